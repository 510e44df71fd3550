import { Select } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { episodesQuery } from '../../api/episodes.ts';
import { nameOf, peopleNamed } from '../../marks/people.ts';
import { t } from '../../texts/texts.ts';
import style from './roster.module.css';

interface AddPersonProps {
  readonly siteId: string;
  readonly there: ReadonlySet<string>;
  readonly add: (episodeId: string) => void;
}

const atMost = 8;

/** Finds somebody of the site by name. What is typed stays in the page. */
export function AddPerson({ siteId, there, add }: AddPersonProps) {
  const [typed, setTyped] = useState('');
  const { data: rows } = useQuery(episodesQuery('on-the-board'));
  const found = useMemo(() => {
    if (typed.trim() === '') return [];
    const people = [...(rows?.values() ?? [])].filter(
      (row) => row.status === 'active' && row.siteId === siteId && !there.has(row.episodeId),
    );
    return peopleNamed(people, typed).slice(0, atMost);
  }, [rows, typed, siteId, there]);
  return (
    <Select
      className={style.add}
      size="xs"
      aria-label={t('roster.addPerson')}
      placeholder={t('roster.addPerson')}
      leftSection={<IconUserPlus size={14} stroke={1.75} aria-hidden />}
      rightSection={<span />}
      searchable
      value={null}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      data={found.map((row) => ({ value: row.episodeId, label: nameOf(row) }))}
      nothingFoundMessage={typed.trim() === '' ? undefined : t('roster.nobodyFound')}
      onChange={(episodeId) => {
        if (episodeId === null) return;
        add(episodeId);
        setTyped('');
      }}
    />
  );
}
