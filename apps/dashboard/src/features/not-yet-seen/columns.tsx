import { IconPill } from '@tabler/icons-react';
import { RowAct } from '../../lists/row-act.tsx';
import type { ListColumn } from '../../lists/columns.ts';
import { Chip } from '../../marks/chip.tsx';
import { Move } from '../../marks/move.tsx';
import { OwnerMark } from '../../marks/owner-mark.tsx';
import { nameOf } from '../../marks/people.ts';
import { dayMs, leftOrOver } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import { ownerOf } from './arrange.ts';
import type { HandOff } from './hand-off.ts';
import { continuityOf, isGap } from './doses.ts';
import { dialogOf, nextAct, type Act } from './next-act.ts';
import style from './not-yet-seen.module.css';
import { Track, TrackAxis } from './track.tsx';
import type { Scale } from './track-scale.ts';
import { doseWords, missedWords, trackSentence, type Words } from './words.ts';

interface ColumnsContext extends Words {
  readonly scale: Scale;
  /** Whether who looks may do it. */
  readonly may: (act: Act) => boolean;
}

export const columnsFor = (context: ColumnsContext): readonly ListColumn<HandOff>[] => {
  const { now, timeOf, levels, scale, may } = context;
  // One axis for the people of all sites.
  const own = timeOf(undefined);
  return [
    {
      id: 'person',
      head: t('notYetSeen.person'),
      width: 'minmax(110px, 1fr)',
      names: true,
      cell: (row) => <span className={style.person}>{nameOf(row)}</span>,
    },
    {
      id: 'levels',
      head: t('notYetSeen.fromTo'),
      width: '184px',
      cell: ({ programme, transition }) => <Move programme={programme} levels={levels} {...transition} />,
    },
    {
      id: 'track',
      head: t('notYetSeen.way'),
      headMark: (
        <TrackAxis
          scale={scale}
          now={now}
          day={(at) => (at < now - 6 * dayMs || at > now + 6 * dayMs ? own.monthDay(at) : own.weekday(at))}
          nowWords={t('notYetSeen.now')}
        />
      ),
      width: 'minmax(180px, 1.7fr)',
      from: 980,
      fills: true,
      cell: (row) => <Track row={row} scale={scale} now={now} levels={levels} sentence={trackSentence(row, context)} />,
    },
    {
      id: 'left',
      head: t('notYetSeen.timeLeft'),
      width: '118px',
      cell: (row) => <TimeLeft row={row} now={now} />,
    },
    {
      id: 'appointment',
      head: t('notYetSeen.appointment'),
      width: 'minmax(150px, 1.3fr)',
      cell: (row) => <Appointment row={row} words={context} />,
    },
    {
      id: 'owner',
      head: t('notYetSeen.owner'),
      width: '44px',
      from: 920,
      cell: (row) => <OwnerMark staffId={ownerOf(row)} />,
    },
    {
      id: 'act',
      head: t('notYetSeen.nextAct'),
      headUnseen: true,
      width: '142px',
      align: 'end',
      cell: (row) => {
        const act = nextAct(row, now);
        if (act === undefined || !may(act)) return null;
        return <RowAct words={t(`notYetSeen.acts.${act}`)} whom={nameOf(row)} opens={dialogOf(act, row)} />;
      },
    },
  ];
};

function TimeLeft({ row, now }: { readonly row: HandOff; readonly now: number }) {
  const { handOffDueAt, state } = row.transition;
  if (state === 'suspended')
    return <Chip chip={{ form: 'hold', icon: 'pause', words: t('notYetSeen.suspended'), time: '' }} />;
  const time = leftOrOver(handOffDueAt, now);
  const left = Date.parse(handOffDueAt) - now;
  if (left < 0) return <Chip chip={{ form: 'overdue', icon: 'clock-over', words: '', time }} />;
  return (
    <span className="figure" data-soon={left < dayMs || undefined}>
      {time}
    </span>
  );
}

/** The appointment, or that there is none, and whether the medication goes on until then. */
export function Appointment({ row, words }: { readonly row: HandOff; readonly words: Words }) {
  const { appointmentAt, missed = 0 } = row.transition;
  const { now, timeOf } = words;
  const continuity = continuityOf(row, now);
  return (
    <span className={style.two}>
      <span>
        {appointmentAt === undefined ? (
          <>
            {missed === 0 ? t('notYetSeen.noneMade') : missedWords(missed)}
            {missed > 0 && <small> {t('notYetSeen.noneMadeSince')}</small>}
          </>
        ) : (
          <>
            <b>{timeOf(row.siteId).moment(appointmentAt, now)}</b>
            {Date.parse(appointmentAt) < now && <small> {t('notYetSeen.toBeRecorded')}</small>}
          </>
        )}
      </span>
      {continuity.is !== 'not-shown' && (
        <small className={style.dose} data-gap={isGap(continuity) || undefined}>
          {continuity.is !== 'none' && <IconPill size={13} stroke={1.75} aria-hidden />}
          {doseWords(row, words)}
        </small>
      )}
    </span>
  );
}
