import { Link } from '@tanstack/react-router';
import { nameOf } from '../../marks/people.ts';
import type { Row } from './arrange.ts';
import type { NextAct } from './next-act.ts';

interface ActLinkProps {
  readonly row: Row;
  readonly act: NextAct;
  readonly className: string | undefined;
  readonly tabIndex?: 0 | -1;
}

/** Opens the dialog of a next act on the board, or the tasks of the journey. */
export function ActLink({ row, act: { words, opens }, ...drawn }: ActLinkProps) {
  const named = { ...drawn, 'aria-label': `${words}: ${nameOf(row)}` };
  return opens === undefined ? (
    <Link to="/journeys/$episodeId/{-$tab}" params={{ episodeId: row.episodeId, tab: 'tasks' }} {...named}>
      {words}
    </Link>
  ) : (
    <Link to="." search={(now: object) => ({ ...now, about: undefined, ...opens })} {...named}>
      {words}
    </Link>
  );
}
