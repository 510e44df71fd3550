import type { WorklistItem } from '@stepway/contracts';
import type { ListColumn } from '../../lists/columns.ts';
import type { ChipContext } from '../../marks/attention.ts';
import { Chip } from '../../marks/chip.tsx';
import { LevelName } from '../../marks/level-mark.tsx';
import { inSentence, type LevelBook } from '../../marks/levels.ts';
import { nameOf } from '../../marks/people.ts';
import { PointsBar } from '../../marks/points-bar.tsx';
import { isPressing, reasonOf } from '../../marks/rank.ts';
import { taskWords } from '../../marks/tasks.ts';
import { leftOrOver, shortDuration } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import { Owner } from './owner.tsx';
import style from './today.module.css';

interface ColumnsContext extends Pick<ChipContext, 'now' | 'timeOf'> {
  readonly levels: LevelBook;
  /** The place of a task in the list, from 1. */
  readonly placeOf: (taskId: string) => number | undefined;
  readonly claim: (item: WorklistItem) => void;
}

/** Quiet rows are one line: nothing beside the task itself asks for attention. */
export const heightOf = ({ parts }: WorklistItem): 36 | 44 => (isPressing(parts) ? 44 : 36);

export const columnsFor = ({
  now,
  timeOf,
  levels,
  placeOf,
  claim,
}: ColumnsContext): readonly ListColumn<WorklistItem>[] => [
  {
    id: 'rank',
    head: t('today.rank'),
    width: '64px',
    cell: ({ taskId, points, parts }) => (
      <span className={style.rank}>
        <span className={`${style.place} figure`} aria-hidden>
          {placeOf(taskId)}
        </span>
        <span className={style.points}>
          <b className="figure">{points}</b>
          <PointsBar parts={parts} />
        </span>
      </span>
    ),
  },
  {
    id: 'person',
    head: t('today.person'),
    width: 'minmax(120px, 0.9fr)',
    names: true,
    cell: (item) => (
      <span className={style.two}>
        <b>{nameOf(item)}</b>
        {isPressing(item.parts) && item.level !== null && (
          <span className={style.second}>
            <LevelName level={levels.level(item.programme, item.level)} />
          </span>
        )}
      </span>
    ),
  },
  {
    id: 'task',
    head: t('today.task'),
    width: 'minmax(180px, 2fr)',
    cell: (item) => {
      const reason = reasonOf(item.parts, {
        now,
        actBy: item.actBy,
        levelInSentence: (id) => inSentence(levels.level(item.programme, id).title),
      });
      return (
        <span className={style.two}>
          <b>{taskWords(item.kind)}</b>
          {isPressing(item.parts) && (
            <span className={style.second} title={reason}>
              {reason}
            </span>
          )}
        </span>
      );
    },
  },
  {
    id: 'due',
    head: t('today.due'),
    width: '150px',
    cell: ({ siteId, actBy, kind, parts }) => {
      const over = Date.parse(actBy) < now;
      return (
        <span className={style.two}>
          {over ? (
            <Chip chip={{ form: 'overdue', icon: 'clock-over', words: '', time: leftOrOver(actBy, now) }} />
          ) : kind === 'decide-proposal' ? (
            <Chip chip={{ form: 'proposal', icon: 'question', words: '', time: leftOrOver(actBy, now) }} />
          ) : (
            <b className={`${style.left} figure`}>{shortDuration(Date.parse(actBy) - now)}</b>
          )}
          {isPressing(parts) && <span className={`${style.second} figure`}>{timeOf(siteId).moment(actBy, now)}</span>}
        </span>
      );
    },
  },
  {
    id: 'owner',
    head: t('today.owner'),
    width: '72px',
    cell: (item) => <Owner item={item} claim={claim} />,
  },
];
