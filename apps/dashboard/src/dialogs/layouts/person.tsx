import { Button, Input, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { listOf, PatientView } from '@stepway/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import type { z } from 'zod';
import { ask, search } from '../../api/request.ts';
import { t } from '../../texts/texts.ts';
import { useActing, useInput } from '../acting.ts';
import type { FieldProps } from '../inputs/field-props.ts';
import { ageGroupAt } from './age.ts';
import { NewPerson } from './new-person.tsx';
import style from './layouts.module.css';

type Patient = z.output<typeof PatientView>;
const Found = listOf(PatientView);
const nameOf = ({ name }: Patient) => `${name.given} ${name.family}`;

/** Who is referred: looked for first, for a person has one record; else added. */
export function Person({ path }: FieldProps) {
  const { form, now } = useActing();
  const { change, error } = useInput<string>(path);
  const [person, setPerson] = useState<Patient>();
  const [adding, setAdding] = useState(false);
  const chosenId = useId();
  const place = useRef<HTMLDivElement>(null);
  const shown = person !== undefined ? 'chosen' : adding ? 'new' : 'search';
  const before = useRef(shown);
  // What had the focus is gone with what was shown: it goes to what takes its place. (Not when the dialog opens.)
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    place.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [shown]);
  const choose = (chosen: Patient) => {
    setPerson(chosen);
    setAdding(false);
    change(chosen.patientId);
    form.setFieldValue('ageGroup', ageGroupAt(chosen.birthDate, now));
  };
  if (person !== undefined)
    return (
      <div ref={place} className={style.person}>
        <span id={chosenId}>
          <b>{nameOf(person)}</b>{' '}
          <span className={style.hint}>{t('dialogs.referral.born', { birthDate: person.birthDate })}</span>
        </span>
        <Button
          size="compact-sm"
          variant="default"
          aria-describedby={chosenId}
          onClick={() => {
            setPerson(undefined);
            change('');
          }}
        >
          {t('dialogs.referral.another')}
        </Button>
      </div>
    );
  return (
    <div ref={place} className={style.lines}>
      {adding ? (
        <NewPerson added={choose} back={() => setAdding(false)} />
      ) : (
        <Search choose={choose} add={() => setAdding(true)} />
      )}
      {error !== undefined && <Input.Error>{error}</Input.Error>}
    </div>
  );
}

interface SearchProps {
  readonly choose: (person: Patient) => void;
  readonly add: () => void;
}

function Search({ choose, add }: SearchProps) {
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words.trim(), 300);
  const { data } = useQuery({
    queryKey: ['dry', 'patients', asked],
    queryFn: ({ signal }) => ask(`/v1/patients${search({ query: asked, limit: 8 })}`, Found, signal),
    enabled: asked.length >= 2,
    gcTime: 0,
  });
  return (
    <>
      <TextInput
        data-autofocus
        label={t('dialogs.referral.who')}
        description={t('dialogs.referral.searchHelp')}
        placeholder={t('dialogs.referral.search')}
        leftSection={<IconSearch size={15} stroke={1.75} aria-hidden />}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        autoComplete="off"
      />
      <div role="status" className={style.hint}>
        {data !== undefined &&
          (data.items.length === 0
            ? t('dialogs.referral.nobody')
            : t('dialogs.referral.found', { count: data.items.length }))}
      </div>
      {data !== undefined && data.items.length > 0 && (
        <ul className={style.found}>
          {data.items.map((person) => (
            <li key={person.patientId}>
              <UnstyledButton
                className={style.foundPerson}
                aria-label={t('dialogs.referral.choose', { name: nameOf(person), birthDate: person.birthDate })}
                onClick={() => choose(person)}
              >
                <b>{nameOf(person)}</b>
                <span className="figure">{t('dialogs.referral.born', { birthDate: person.birthDate })}</span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      <Button
        className={style.add}
        size="compact-sm"
        variant="default"
        leftSection={<IconUserPlus size={15} stroke={1.75} aria-hidden />}
        onClick={add}
      >
        {t('dialogs.referral.addPerson')}
      </Button>
    </>
  );
}
