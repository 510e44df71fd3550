import { useEffect, useRef } from 'react';
import { PersonChosen, PersonSearch, type FoundPerson } from '../../dialogs/layouts/person-search.tsx';
import { t } from '../../texts/texts.ts';
import style from './messages.module.css';

interface WhomProps {
  readonly person: FoundPerson | undefined;
  readonly error: string | undefined;
  readonly choose: (person: FoundPerson | undefined) => void;
}

/** Of whom the message speaks. What had the focus is gone with what was shown: it goes to what takes its place. */
export function Whom({ person, error, choose }: WhomProps) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(person);
  useEffect(() => {
    if (before.current === person) return;
    before.current = person;
    place.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [person]);
  return (
    <div ref={place} className={style.person}>
      {person === undefined ? (
        <PersonSearch label={t('messages.whom')} description={t('messages.whomWhy')} error={error} choose={choose} />
      ) : (
        <PersonChosen person={person} error={error} another={() => choose(undefined)} />
      )}
    </div>
  );
}
