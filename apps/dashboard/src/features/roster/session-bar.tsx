import '@mantine/dates/styles.layer.css';
import { NumberInput } from '@mantine/core';
import { DateInput, TimePicker } from '@mantine/dates';
import type { GroupView } from '@stepway/contracts';
import { useState } from 'react';
import { typedDay } from '../../dialogs/form/typed-day.ts';
import { calendar } from '../../frame/calendar.ts';
import { Choice } from '../../frame/toolbar.tsx';
import { language, t } from '../../texts/texts.ts';
import type { RosterFilters } from './filters.ts';
import style from './roster.module.css';
import type { SessionOfGroup } from './session.ts';
import { instantAt, wallClock } from './when.ts';

interface SessionBarProps {
  readonly groups: readonly GroupView[];
  readonly session: SessionOfGroup;
  readonly setFilters: (changes: Partial<RosterFilters>) => void;
}

const idOf = ({ siteId, groupId }: GroupView): string => `${siteId}/${groupId}`;

/** Which session: its group, and when it was on the clock of its site. */
export function SessionBar({ groups, session, setFilters }: SessionBarProps) {
  const { group, startsAt, minutes } = session;
  const shown = wallClock(Date.parse(startsAt), group.timeZone);
  const [typed, setTyped] = useState(shown);
  const [of, setOf] = useState(startsAt);
  // Another session was chosen elsewhere: by group, or by the address.
  if (of !== startsAt) {
    setOf(startsAt);
    setTyped(shown);
  }
  const change = (wall: Partial<typeof typed>) => {
    const next = { ...typed, ...wall };
    setTyped(next);
    const at = instantAt(next, group.timeZone);
    if (at === undefined) return;
    setOf(at);
    setFilters({ startsAt: at });
  };
  const sites = new Set(groups.map(({ siteId }) => siteId)).size;
  return (
    <>
      <Choice
        words={(chosen) => t('roster.group', { chosen })}
        options={groups.map((one) => ({
          id: idOf(one),
          words: sites > 1 ? t('roster.groupAtSite', { group: one.title, site: one.site }) : one.title,
        }))}
        value={idOf(group)}
        choose={(id) => {
          const next = groups.find((one) => idOf(one) === id);
          if (next === undefined) return;
          const other = { startsAt: undefined, minutes: undefined, add: undefined };
          setFilters({ site: next.siteId, group: next.groupId, ...other });
        }}
      />
      <DateInput
        size="xs"
        w={132}
        className={style.when}
        aria-label={t('roster.day')}
        value={typed.day}
        onChange={(day) => change({ day: day ?? typed.day })}
        dateParser={(words) => typedDay(words, shown.day, language())}
        valueFormat="ddd D MMM YYYY"
        {...calendar()}
        fixOnBlur
      />
      <TimePicker
        size="xs"
        className={style.when}
        classNames={{ input: style.clock ?? '' }}
        aria-label={t('roster.time', { zone: group.timeZone })}
        hoursInputLabel={t('roster.hours', { zone: group.timeZone })}
        minutesInputLabel={t('roster.minutesOfHour')}
        value={typed.time}
        onChange={(time) => change({ time: time.slice(0, 5) })}
      />
      <NumberInput
        size="xs"
        w={104}
        className={style.when}
        aria-label={t('roster.minutesOfSession')}
        suffix={` ${t('roster.minutesShort')}`}
        min={5}
        max={720}
        step={15}
        value={minutes}
        onChange={(value) => typeof value === 'number' && setFilters({ minutes: value })}
      />
    </>
  );
}
