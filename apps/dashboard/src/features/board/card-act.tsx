import type { SessionView } from '@stepway/contracts';
import { ActLink } from './act-link.tsx';
import type { Row } from './arrange.ts';
import style from './card-act.module.css';
import { nextActOf } from './next-act.ts';

interface CardActProps {
  readonly row: Row;
  readonly may: readonly SessionView['may']['send'][number][];
  readonly tabbable: boolean;
}

/** The next act for a person, on their card while it is pointed at or in focus: Tab reaches it after the card. */
export function CardAct({ row, may, tabbable }: CardActProps) {
  const act = nextActOf(row, may);
  return act && <ActLink row={row} act={act} className={style.act} tabIndex={tabbable ? 0 : -1} />;
}
