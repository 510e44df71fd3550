import { IconArrowDown, IconArrowRight, IconArrowUp } from '@tabler/icons-react';
import type { TransitionView } from '@stepway/contracts';
import { t } from '../texts/texts.ts';
import { LevelName } from './level-mark.tsx';
import type { LevelBook } from './levels.ts';
import style from './move.module.css';

interface MoveProps {
  readonly programme: Parameters<LevelBook['level']>[0];
  readonly from: string;
  readonly to: string;
  readonly kind: TransitionView['kind'];
  readonly levels: LevelBook;
}

const icons = {
  'step-up': IconArrowUp,
  'step-down': IconArrowDown,
  lateral: IconArrowRight,
  're-entry': IconArrowRight,
};

/** From which level to which: both with their marks, and between them whether it is more support or less. */
export function Move({ programme, from, to, kind, levels }: MoveProps) {
  const Icon = icons[kind];
  return (
    <span className={style.move}>
      <LevelName level={levels.level(programme, from)} />
      <Icon size={14} stroke={1.75} role="img" aria-label={t(`moves.kinds.${kind}`)} />
      <LevelName level={levels.level(programme, to)} />
    </span>
  );
}
