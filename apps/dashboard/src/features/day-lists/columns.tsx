import { RowAct } from '../../lists/row-act.tsx';
import type { ListColumn } from '../../lists/columns.ts';
import type { DayListName, DayLists } from '../../api/day-lists.ts';
import { Chip } from '../../marks/chip.tsx';
import { LevelName } from '../../marks/level-mark.tsx';
import type { LevelBook } from '../../marks/levels.ts';
import { initialsOf, nameOf } from '../../marks/people.ts';
import { leftOrOver } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import { dueMoment, type AboutContext } from './about.ts';
import { opens, type Act } from './acts.ts';
import style from './day-lists.module.css';
import type { Kind } from './kinds.ts';

interface ColumnsContext extends AboutContext {
  readonly levels: LevelBook;
  /** Of the acts of a row those that are allowed. */
  readonly allowed: (acts: readonly Act[]) => readonly Act[];
}

type AnyRow = DayLists[DayListName]['row'];

export const columnsFor = <Name extends DayListName>(
  kind: Kind<Name>,
  context: ColumnsContext,
): readonly ListColumn<DayLists[Name]['row']>[] => [
  {
    id: 'person',
    head: t('dayLists.person'),
    width: 'minmax(140px, 0.9fr)',
    names: true,
    cell: (row: AnyRow) => (
      <span className={style.two}>
        <b>{nameOf(row)}</b>
        <span className={style.quiet}>
          <LevelName level={context.levels.level(row.programme, row.level)} />
        </span>
      </span>
    ),
  },
  {
    id: 'about',
    head: t('dayLists.what'),
    width: 'minmax(220px, 1.9fr)',
    cell: (row) => {
      const { title, detail } = kind.about(row, context);
      return (
        <span className={style.two}>
          <span className={style.title} title={title}>
            {title}
          </span>
          <span className={style.quiet} title={detail}>
            {detail}
          </span>
        </span>
      );
    },
  },
  {
    id: 'due',
    head: t('dayLists.due'),
    width: '150px',
    cell: (row: AnyRow) => <Due row={row} context={context} />,
  },
  {
    id: 'owner',
    head: t('dayLists.owner'),
    width: '44px',
    from: 760,
    cell: (row: AnyRow) => <Owner row={row} staffName={context.staffName} />,
  },
  {
    id: 'act',
    head: t('dayLists.nextAct'),
    headUnseen: true,
    width: '164px',
    align: 'end',
    cell: (row) => {
      const [act] = context.allowed(kind.acts(row));
      if (act === undefined) return null;
      return <RowAct words={t(`dayLists.acts.${act.words}`)} whom={nameOf(row)} opens={opens(act, row.episodeId)} />;
    },
  },
];

/** How long there is, or how long it is over, with the moment beneath. */
function Due({ row, context }: { readonly row: AnyRow; readonly context: ColumnsContext }) {
  const { now } = context;
  const over = Date.parse(row.dueAt) < now;
  return (
    <span className={style.two}>
      {over ? (
        <span>
          <Chip chip={{ form: 'overdue', icon: 'clock-over', words: '', time: leftOrOver(row.dueAt, now) }} />
        </span>
      ) : (
        <span className="figure">{leftOrOver(row.dueAt, now)}</span>
      )}
      <span className={`${style.quiet} figure`}>{dueMoment(row, context)}</span>
    </span>
  );
}

function Owner({ row: { task }, staffName }: { readonly row: AnyRow } & Pick<ColumnsContext, 'staffName'>) {
  if (task === null) return null;
  const owner = task.owner ? staffName(task.owner.staffId) : undefined;
  const words = owner === undefined ? t('dayLists.unowned') : t('dayLists.ownedBy', { whom: owner });
  return (
    <span
      className={style.owner}
      data-nobody={owner === undefined || undefined}
      role="img"
      aria-label={words}
      title={words}
    >
      {owner === undefined ? '' : initialsOf(owner)}
    </span>
  );
}
