import type { SessionView } from '@stepway/contracts';
import { Link } from '@tanstack/react-router';
import { nameOf } from '../../marks/people.ts';
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
  return (
    act && (
      <Link
        to="."
        search={(now: object) => ({ ...now, about: undefined, ...act.opens })}
        className={style.act}
        tabIndex={tabbable ? 0 : -1}
        aria-label={`${act.words}: ${nameOf(row)}`}
      >
        {act.words}
      </Link>
    )
  );
}
