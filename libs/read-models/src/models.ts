import { boardTable } from './board/table.ts';
import { projectBoard } from './board/project.ts';
import { projectHistory } from './census/project.ts';
import { boardHistoryTable } from './census/table.ts';
import type { Change } from './change.ts';
import { projectDecisions } from './decisions/project.ts';
import { decisionTable } from './decisions/table.ts';
import { projectJourney, projectSpecimens } from './journey/project.ts';
import { journeyTable, specimenTable } from './journey/table.ts';
import type { RowContext } from './row-context.ts';
import type { Row, Table } from './table.ts';
import { projectWeeklyScreens } from './weekly-screens/project.ts';
import { weeklyScreensTable } from './weekly-screens/table.ts';

/** The rows of one table that a change of one journey makes, pure: the same change gives the same rows. */
export interface Projection {
  readonly table: Table;
  readonly project: (change: Change, context: RowContext) => readonly Row[];
}

/** Ties a projection to the columns of its table, so that one which forgets a column does not compile. */
const into = <R extends Row>(
  table: Table<R>,
  project: (change: Change, context: RowContext) => readonly R[],
): Projection => ({ table, project });

export const readModels = {
  board: [into(boardTable, projectBoard)],
  census: [into(boardHistoryTable, projectHistory)],
  journey: [into(journeyTable, projectJourney), into(specimenTable, projectSpecimens)],
  decisions: [into(decisionTable, projectDecisions)],
  'weekly-screens': [into(weeklyScreensTable, projectWeeklyScreens)],
} as const satisfies Record<string, readonly Projection[]>;

export type ReadModelName = keyof typeof readModels;

export const projections: readonly Projection[] = Object.values(readModels).flat();
