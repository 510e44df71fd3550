import { Button, Input, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { listOf, PatientView } from '@stepway/contracts';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { z } from 'zod';
import { ask, search } from '../../api/request.ts';
import { t } from '../../texts/texts.ts';
import style from './layouts.module.css';

export type FoundPerson = z.output<typeof PatientView>;
const Found = listOf(PatientView);
const nameOf = ({ name }: FoundPerson) => `${name.given} ${name.family}`;

interface PersonSearchProps {
  readonly label: string;
  readonly description: string;
  readonly error?: string | undefined;
  readonly choose: (person: FoundPerson) => void;
}

/** Looks for somebody who has a record, by name, birth date or record number. */
export function PersonSearch({ label, description, error, choose }: PersonSearchProps) {
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
        label={label}
        description={description}
        error={error}
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
    </>
  );
}

interface PersonChosenProps {
  readonly person: FoundPerson;
  readonly error?: string | undefined;
  readonly another: () => void;
}

/** Whom the search found, with the way back to it. */
export function PersonChosen({ person, error, another }: PersonChosenProps) {
  const chosenId = useId();
  return (
    <>
      <div className={style.person}>
        <span id={chosenId}>
          <b>{nameOf(person)}</b>{' '}
          <span className={style.hint}>{t('dialogs.referral.born', { birthDate: person.birthDate })}</span>
        </span>
        <Button size="compact-sm" variant="default" aria-describedby={chosenId} onClick={another}>
          {t('dialogs.referral.another')}
        </Button>
      </div>
      {error !== undefined && <Input.Error>{error}</Input.Error>}
    </>
  );
}
