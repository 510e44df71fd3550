import type { RosterPersonItem } from '@stepway/contracts';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { LevelBook } from '../../marks/levels.ts';
import type { SiteTime } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import { RosterRow } from './roster-row.tsx';
import { choices } from './session.ts';
import style from './roster.module.css';
import type { Recording } from './use-recording.ts';

interface GridProps {
  readonly name: string;
  readonly people: readonly RosterPersonItem[];
  /** The levels that the group is for. */
  readonly levels: readonly string[];
  readonly book: LevelBook;
  readonly time: SiteTime;
  readonly now: number;
  readonly recording: Recording;
}

const letters = new Map(choices.map(({ letter, attendance }) => [letter as string, attendance]));
/** G and a letter go to another screen: that letter says nothing of anybody. */
const sequenceMs = 1_200;

/**
 * People and what they did, as a grid: one stop of Tab, arrows move in it, a letter says it and goes on to the next
 * person, Ctrl and Enter send.
 */
export function RosterGrid({ name, people, levels, book, time, now, recording }: GridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<{ readonly row: number; readonly column: number }>({ row: 0, column: 0 });
  const wentTo = useRef(-Infinity);
  const row = Math.min(at.row, people.length - 1);

  const go = (to: { readonly row: number; readonly column: number }) => {
    const next = {
      row: Math.min(Math.max(to.row, 0), people.length - 1),
      column: Math.min(Math.max(to.column, 0), choices.length - 1),
    };
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.row}.${next.column}"]`)?.focus();
  };

  const press = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['cell'] === undefined) return;
    const { column } = at;
    const person = people[row];
    if (person === undefined || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      void recording.sendAll(people);
      return;
    }
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go({ row: row + 1, column }),
      ArrowUp: () => go({ row: row - 1, column }),
      ArrowRight: () => go({ row, column: column + 1 }),
      ArrowLeft: () => go({ row, column: column - 1 }),
      Home: () => go({ row: 0, column }),
      End: () => go({ row: people.length - 1, column }),
      Backspace: () => recording.say(person.episodeId, undefined),
      Delete: () => recording.say(person.episodeId, undefined),
    };
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const elsewhere = event.timeStamp - wentTo.current < sequenceMs;
    wentTo.current = key === 'g' ? event.timeStamp : -Infinity;
    const attendance = elsewhere ? undefined : letters.get(key);
    const move = moves[key];
    if (attendance === undefined && move === undefined) return;
    event.preventDefault();
    move?.();
    if (attendance === undefined) return;
    if (person.recorded === null) recording.say(person.episodeId, attendance);
    go({ row: row + 1, column: choices.findIndex((choice) => choice.attendance === attendance) });
  };

  return (
    <div
      ref={grid}
      className={style.grid}
      role="grid"
      tabIndex={-1}
      aria-label={name}
      aria-rowcount={people.length + 1}
      onKeyDown={press}
    >
      <div role="row" className={`${style.row} ${style.head}`} aria-rowindex={1}>
        <span role="columnheader">{t('roster.person')}</span>
        <span role="columnheader" className={style.before}>
          {t('roster.before')}
        </span>
        {choices.map(({ attendance, letter }) => (
          <span key={attendance} role="columnheader" className={style.choiceHead}>
            {t(`roster.attendance.${attendance}`)} <kbd aria-hidden>{letter.toUpperCase()}</kbd>
          </span>
        ))}
        <span role="columnheader" className={style.minutesHead}>
          {t('roster.minutes')}
        </span>
        <span role="columnheader">{t('roster.result')}</span>
      </div>
      {people.map((person, index) => (
        <RosterRow
          key={person.episodeId}
          {...{ person, index, book, time, now, recording }}
          elsewhere={!levels.includes(person.level)}
          tabColumn={index === row ? at.column : undefined}
          focused={(column) => setAt({ row: index, column })}
        />
      ))}
    </div>
  );
}
