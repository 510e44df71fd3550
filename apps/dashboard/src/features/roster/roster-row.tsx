import { NumberInput } from '@mantine/core';
import type { RosterPersonItem } from '@stepway/contracts';
import { IconAlertCircle, IconCheck, IconLoader2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { LevelName } from '../../marks/level-mark.tsx';
import type { LevelBook } from '../../marks/levels.ts';
import { nameOf } from '../../marks/people.ts';
import type { SiteTime } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import { Before } from './before.tsx';
import style from './roster.module.css';
import { choices, minutesThere, type Result } from './session.ts';
import type { Recording } from './use-recording.ts';

interface RowProps {
  readonly person: RosterPersonItem;
  readonly index: number;
  readonly book: LevelBook;
  readonly time: SiteTime;
  readonly now: number;
  readonly recording: Recording;
  /** At a level that the group is not for. */
  readonly elsewhere: boolean;
  /** The column that Tab reaches, in the row that has it. */
  readonly tabColumn: number | undefined;
  readonly focused: (column: number) => void;
}

/** One person of the roster: how it went before, what is said now, and what came of sending it. */
export function RosterRow({ person, index, book, time, now, recording, elsewhere, tabColumn, focused }: RowProps) {
  const { episodeId, recorded, leave } = person;
  const said = recording.said.get(episodeId);
  const result = recording.results.get(episodeId);
  const chosen = recorded?.attendance ?? said?.attendance;
  const minutes = minutesThere(recorded ?? said);
  const fixed = recorded !== null || result?.state === 'recorded';
  return (
    <div role="row" aria-rowindex={index + 2} className={style.row} data-result={result?.state}>
      <span role="rowheader" className={style.person}>
        <Link to="/journeys/$episodeId/{-$tab}" params={{ episodeId }} tabIndex={-1}>
          {nameOf(person)}
        </Link>
        <span className={style.quiet}>
          <LevelName level={book.level(person.programme, person.level)} />
          {elsewhere && <> · {t('roster.elsewhere')}</>}
          {leave !== null && <> · {t(`dayLists.leaves.${leave}`)}</>}
        </span>
      </span>
      <span role="gridcell" className={style.before}>
        <Before sessions={person.before} time={time} now={now} />
      </span>
      {choices.map(({ attendance }, column) => (
        <button
          key={attendance}
          type="button"
          role="gridcell"
          data-cell={`${index}.${column}`}
          className={style.choice}
          aria-selected={chosen === attendance}
          aria-label={t('roster.cell', { whom: nameOf(person), attendance: t(`roster.attendance.${attendance}`) })}
          aria-disabled={fixed}
          tabIndex={tabColumn === column ? 0 : -1}
          onFocus={() => focused(column)}
          onClick={() => !fixed && recording.say(episodeId, chosen === attendance ? undefined : attendance)}
        >
          <i aria-hidden />
        </button>
      ))}
      <span role="gridcell" className={`${style.minutes} figure`}>
        {said?.attendance === 'late' && !fixed ? (
          <NumberInput
            size="xs"
            w={64}
            hideControls
            min={0}
            max={720}
            aria-label={t('roster.minutesOf', { whom: nameOf(person) })}
            value={said.minutes}
            onChange={(value) => typeof value === 'number' && recording.sayMinutes(episodeId, value)}
          />
        ) : (
          minutes
        )}
      </span>
      <span role="gridcell" className={style.result}>
        <Outcome result={result} onRecord={recorded !== null} />
      </span>
    </div>
  );
}

function Outcome({ result, onRecord }: { readonly result: Result | undefined; readonly onRecord: boolean }) {
  if (result?.state === 'sending')
    return (
      <span className={style.quiet}>
        <IconLoader2 size={15} stroke={1.75} aria-hidden /> {t('roster.sending')}
      </span>
    );
  if (result?.state === 'rejected' || result?.state === 'no-answer')
    return (
      <span className={style.rejected}>
        <IconAlertCircle size={15} stroke={1.75} aria-hidden /> {t('roster.notRecorded', { why: result.words })}
      </span>
    );
  if (!onRecord && result === undefined) return null;
  return (
    <span className={style.recorded}>
      <IconCheck size={15} stroke={2} aria-hidden /> {t('roster.onRecord')}
    </span>
  );
}
