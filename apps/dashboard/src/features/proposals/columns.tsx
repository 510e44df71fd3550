import type { ListColumn } from '../../lists/columns.ts';
import { RowAct } from '../../lists/row-act.tsx';
import { Chip } from '../../marks/chip.tsx';
import { LevelName } from '../../marks/level-mark.tsx';
import type { LevelBook } from '../../marks/levels.ts';
import { Move } from '../../marks/move.tsx';
import { nameOf } from '../../marks/people.ts';
import { leftOrOver } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import type { MatterKind } from './kinds.ts';
import { askedBy, dialogOf, proposedMove, type Matter } from './matters.ts';
import style from './proposals.module.css';

export interface ColumnsContext {
  readonly now: number;
  readonly levels: LevelBook;
  readonly may: (kind: MatterKind) => boolean;
  readonly staffName: (staffId: string) => string;
  /** Who looks: nobody is their own second person. */
  readonly me: string;
}

/** What happens when nobody decides. */
export function atDeadline(one: Matter): string {
  switch (one.kind) {
    case 'end':
      return t('proposals.atDeadline.end');
    case 'hold':
      return t('proposals.atDeadline.hold');
    case 'proposal': {
      if (one.row.transition?.state === 'suspended') return t('proposals.atDeadline.suspended');
      const what = one.row.transition?.atDeadline;
      return what === undefined ? '' : t(`proposals.atDeadline.${what}`);
    }
  }
}

export const columnsFor = ({ now, levels, may, staffName, me }: ColumnsContext): readonly ListColumn<Matter>[] => [
  {
    id: 'person',
    head: t('proposals.person'),
    width: 'minmax(120px, 1fr)',
    names: true,
    cell: ({ row }) => <span className={style.person}>{nameOf(row)}</span>,
  },
  {
    id: 'what',
    head: t('proposals.what'),
    width: 'minmax(184px, 1.2fr)',
    cell: (one) => <What one={one} levels={levels} />,
  },
  {
    id: 'by',
    head: t('proposals.by'),
    width: 'minmax(110px, 0.8fr)',
    from: 980,
    cell: (one) => {
      const who = askedBy(one);
      return who === undefined ? t('proposals.byRule') : staffName(who);
    },
  },
  {
    id: 'left',
    head: t('proposals.timeLeft'),
    width: '128px',
    cell: ({ kind, dueAt }) => {
      const time = leftOrOver(dueAt, now);
      if (Date.parse(dueAt) < now) return <Chip chip={{ form: 'overdue', icon: 'clock-over', words: '', time }} />;
      return kind === 'hold' ? (
        <Chip chip={{ form: 'hold', icon: 'pause', words: '', time }} />
      ) : (
        <Chip chip={{ form: 'proposal', icon: 'question', words: '', time }} />
      );
    },
  },
  {
    id: 'then',
    head: t('proposals.ifNobodyDecides'),
    width: 'minmax(150px, 1.4fr)',
    from: 900,
    cell: (one) => <span className={style.quiet}>{atDeadline(one)}</span>,
  },
  {
    id: 'act',
    head: t('proposals.nextAct'),
    headUnseen: true,
    width: '150px',
    align: 'end',
    cell: (one) => {
      if (!may(one.kind)) return null;
      if (askedBy(one) === me) return <span className={style.quiet}>{t('proposals.bySomebodyElse')}</span>;
      return <RowAct words={t(`proposals.acts.${one.kind}`)} whom={nameOf(one.row)} opens={dialogOf(one)} />;
    },
  },
];

function What({ one, levels }: { readonly one: Matter; readonly levels: LevelBook }) {
  const move = proposedMove(one);
  if (move !== undefined) return <Move programme={one.row.programme} levels={levels} {...move} />;
  return (
    <span className={style.what}>
      {t(`proposals.kinds.${one.kind}`)}
      {one.row.level !== null && <LevelName level={levels.level(one.row.programme, one.row.level)} />}
    </span>
  );
}
