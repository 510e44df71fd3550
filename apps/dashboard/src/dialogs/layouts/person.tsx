import { Button, Input } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../texts/texts.ts';
import { useActing, useInput } from '../acting.ts';
import type { FieldProps } from '../inputs/field-props.ts';
import { ageGroupAt } from './age.ts';
import { NewPerson } from './new-person.tsx';
import { PersonChosen, PersonSearch, type FoundPerson } from './person-search.tsx';
import style from './layouts.module.css';

/** Who is referred: looked for first, for a person has one record; else added. */
export function Person({ path }: FieldProps) {
  const { form, now } = useActing();
  const { change, error } = useInput<string>(path);
  const [person, setPerson] = useState<FoundPerson>();
  const [adding, setAdding] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const shown = person !== undefined ? 'chosen' : adding ? 'new' : 'search';
  const before = useRef(shown);
  // What had the focus is gone with what was shown: it goes to what takes its place. (Not when the dialog opens.)
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    place.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [shown]);
  const choose = (chosen: FoundPerson) => {
    setPerson(chosen);
    setAdding(false);
    change(chosen.patientId);
    form.setFieldValue('ageGroup', ageGroupAt(chosen.birthDate, now));
  };
  const another = () => {
    setPerson(undefined);
    change('');
  };
  if (person !== undefined)
    return (
      <div ref={place}>
        <PersonChosen person={person} another={another} />
      </div>
    );
  return (
    <div ref={place} className={style.lines}>
      {adding ? (
        <NewPerson added={choose} back={() => setAdding(false)} />
      ) : (
        <>
          <PersonSearch
            label={t('dialogs.referral.who')}
            description={t('dialogs.referral.searchHelp')}
            choose={choose}
          />
          <Button
            className={style.add}
            size="compact-sm"
            variant="default"
            leftSection={<IconUserPlus size={15} stroke={1.75} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('dialogs.referral.addPerson')}
          </Button>
        </>
      )}
      {error !== undefined && <Input.Error>{error}</Input.Error>}
    </div>
  );
}
