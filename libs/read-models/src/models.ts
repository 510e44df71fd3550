import { boardTable } from './board/table.ts';
import { projectBoard } from './board/project.ts';
import { projectHistory } from './census/project.ts';
import { boardHistoryTable } from './census/table.ts';
import type { Change, Step } from './change.ts';
import { projectDecisions } from './decisions/project.ts';
import { projectDayLists } from './day-lists/project.ts';
import { dayListTable } from './day-lists/table.ts';
import { decisionTable } from './decisions/table.ts';
import { projectJourney, projectSpecimens } from './journey/project.ts';
import { journeyTable, specimenTable } from './journey/table.ts';
import type { RowContext } from './row-context.ts';
import type { Row, Table } from './table.ts';
import { projectRoster } from './roster/project.ts';
import { rosterTable } from './roster/table.ts';
import { projectWaiting } from './waiting/project.ts';
import { waitingTable } from './waiting/table.ts';
import { projectWorklist } from './worklist/project.ts';
import { worklistTable } from './worklist/table.ts';
import { projectWeeklyScreens } from './weekly-screens/project.ts';
import { weeklyScreensTable } from './weekly-screens/table.ts';

/** The rows of one table that a journey's events make, pure: the same events give the same rows. */
export type Projection = { readonly table: Table } & (
  | { readonly ofChange: (change: Change, context: RowContext) => readonly Row[] }
  | { readonly ofStep: (step: Step) => readonly Row[] }
);

/** From where the journey is after some events. Ties the rows to the columns: one that lacks a column does not compile. */
const ofChange = <R extends Row>(
  table: Table<R>,
  project: (change: Change, context: RowContext) => readonly R[],
): Projection => ({ table, ofChange: project });

/** From each single event. */
const ofStep = <R extends Row>(table: Table<R>, project: (step: Step) => readonly R[]): Projection => ({
  table,
  ofStep: project,
});

export const readModels = {
  board: [ofChange(boardTable, projectBoard)],
  census: [ofStep(boardHistoryTable, projectHistory)],
  journey: [ofChange(journeyTable, projectJourney), ofChange(specimenTable, projectSpecimens)],
  decisions: [ofStep(decisionTable, projectDecisions)],
  'day-lists': [ofChange(dayListTable, projectDayLists)],
  roster: [ofChange(rosterTable, projectRoster)],
  waiting: [ofChange(waitingTable, projectWaiting)],
  worklist: [ofChange(worklistTable, projectWorklist)],
  'weekly-screens': [ofChange(weeklyScreensTable, projectWeeklyScreens)],
} as const satisfies Record<string, readonly Projection[]>;

export type ReadModelName = keyof typeof readModels;

export const projections: readonly Projection[] = Object.values(readModels).flat();
