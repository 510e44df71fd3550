import { IconArrowDown, IconArrowRight, IconArrowUp } from '@tabler/icons-react';
import { RowAct } from '../../lists/row-act.tsx';
import type { ListColumn } from '../../lists/columns.ts';
import type { ChipContext } from '../../marks/attention.ts';
import { Chip } from '../../marks/chip.tsx';
import { LevelName } from '../../marks/level-mark.tsx';
import type { LevelBook } from '../../marks/levels.ts';
import { nameOf } from '../../marks/people.ts';
import { leftOrOver } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import type { HandOff } from './arrange.ts';
import style from './not-yet-seen.module.css';

interface ColumnsContext extends Pick<ChipContext, 'now' | 'time'> {
  readonly levels: LevelBook;
}

export const columnsFor = ({ now, time, levels }: ColumnsContext): readonly ListColumn<HandOff>[] => [
  {
    id: 'person',
    head: t('notYetSeen.person'),
    width: 'minmax(130px, 1fr)',
    names: true,
    cell: (row) => <span className={style.person}>{nameOf(row)}</span>,
  },
  {
    id: 'levels',
    head: t('notYetSeen.fromTo'),
    width: 'minmax(170px, 1.1fr)',
    cell: ({ programme, transition }) => (
      <span className={style.levels}>
        <LevelName level={levels.level(programme, transition.from)} />
        <Direction kind={transition.kind} />
        <LevelName level={levels.level(programme, transition.to)} />
      </span>
    ),
  },
  {
    id: 'left',
    head: t('notYetSeen.timeLeft'),
    width: '130px',
    cell: ({ transition: { handOffDueAt } }) =>
      Date.parse(handOffDueAt) < now ? (
        <Chip chip={{ form: 'overdue', icon: 'clock-over', words: '', time: leftOrOver(handOffDueAt, now) }} />
      ) : (
        <span className="figure">{leftOrOver(handOffDueAt, now)}</span>
      ),
  },
  {
    id: 'appointment',
    head: t('notYetSeen.appointment'),
    width: 'minmax(150px, 1.2fr)',
    cell: ({ transition: { appointmentAt } }) =>
      appointmentAt === undefined ? t('notYetSeen.noneMade') : time.moment(appointmentAt, now),
  },
  {
    id: 'act',
    head: t('notYetSeen.nextAct'),
    headUnseen: true,
    width: '150px',
    align: 'end',
    cell: (row) => (
      <RowAct
        words={t('notYetSeen.makeAppointment')}
        whom={nameOf(row)}
        opens={{ do: 'schedule-hand-off', of: row.episodeId, about: row.transition.transitionId }}
      />
    ),
  },
];

function Direction({ kind }: { readonly kind: HandOff['transition']['kind'] }) {
  switch (kind) {
    case 'step-up':
      return <IconArrowUp size={14} stroke={1.75} aria-label={t('notYetSeen.moreSupport')} />;
    case 'step-down':
      return <IconArrowDown size={14} stroke={1.75} aria-label={t('notYetSeen.lessSupport')} />;
    case 'lateral':
    case 're-entry':
      return <IconArrowRight size={14} stroke={1.75} aria-label={t('notYetSeen.otherLevel')} />;
  }
}
