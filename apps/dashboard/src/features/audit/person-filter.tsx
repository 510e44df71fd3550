import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { shortId } from '../../marks/people.ts';
import { t } from '../../texts/texts.ts';
import style from './audit.module.css';
import { personsQuery } from './requests.ts';

interface PersonFilterProps {
  readonly person: string | undefined;
  /** Who that is, where the trail has said so. */
  readonly name: string | undefined;
  readonly choose: (person: string | undefined) => void;
}

/** Whose data: found by name, kept by id. The name stays in the page. */
export function PersonFilter({ person, name, choose }: PersonFilterProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{ readonly value: string; readonly label: string }>();
  const [words] = useDebouncedValue(typed.trim(), 200);
  const asked = words === chosen?.label ? '' : words;
  const { data: found = [] } = useQuery(personsQuery(asked));
  const options = found.map(({ patientId, name: { given, family }, birthDate }) => ({
    value: patientId,
    label: `${given} ${family}, ${birthDate}`,
  }));
  // Who opens a link has the id alone.
  const known =
    person === undefined
      ? undefined
      : chosen?.value === person
        ? chosen
        : { value: person, label: name ?? shortId(person) };
  const all = known === undefined || options.some(({ value }) => value === known.value) ? options : [known, ...options];
  return (
    <Select
      className={style.person}
      size="xs"
      aria-label={t('audit.personFilter')}
      placeholder={t('audit.personPlaceholder')}
      data={all}
      filter={({ options: unfiltered }) => unfiltered}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('audit.showAll') }}
      nothingFoundMessage={t(asked.length < 2 ? 'audit.typeName' : 'audit.nobodyFound')}
      value={person ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(value, option) => {
        setChosen(value === null || option === null ? undefined : { value, label: option.label });
        choose(value ?? undefined);
      }}
    />
  );
}
