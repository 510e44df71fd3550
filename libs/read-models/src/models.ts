import { caseFacts, projectCases } from './analytics/cases/project.ts';
import { measuredCaseTable } from './analytics/cases/table.ts';
import { courseFacts, projectCourses } from './analytics/courses/project.ts';
import { courseTable } from './analytics/courses/table.ts';
import { projectMoves } from './analytics/moves/project.ts';
import { moveTable } from './analytics/moves/table.ts';
import { projectScorePairs, scoreFacts } from './analytics/score-pairs/project.ts';
import { scorePairTable } from './analytics/score-pairs/table.ts';
import { projectStays, stayFacts } from './analytics/stays/project.ts';
import { stayTable } from './analytics/stays/table.ts';
import { projectTestMeanings, testFacts } from './analytics/test-meanings/project.ts';
import { testMeaningTable } from './analytics/test-meanings/table.ts';
import { boardTable } from './board/table.ts';
import { projectBoard } from './board/project.ts';
import { projectHistory } from './census/project.ts';
import { boardHistoryTable } from './census/table.ts';
import type { Change, Step } from './change.ts';
import { projectDecisions } from './decisions/project.ts';
import { dayFacts, projectDayLists } from './day-lists/project.ts';
import { dayListTable } from './day-lists/table.ts';
import { decisionTable } from './decisions/table.ts';
import { projectJourney, projectSpecimens } from './journey/project.ts';
import { journeyTable, specimenTable } from './journey/table.ts';
import type { OpenedJourney } from '@stepway/pathway';
import type { RowContext, RulesContext } from './row-context.ts';
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
  | {
      readonly facts: (journey: OpenedJourney) => readonly unknown[];
      readonly ofJourney: (journey: OpenedJourney, context: RulesContext) => readonly Row[];
    }
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

/**
 * All rows that a journey has: those that changed are written, and those that it no longer has are deleted.
 * @param facts what of the journey they are made from, beside its programme: a fold keeps what it does not touch, and
 * where none of them changed, no row did
 */
const ofJourney = <R extends Row>(
  table: Table<R>,
  facts: (journey: OpenedJourney) => readonly unknown[],
  project: (journey: OpenedJourney, context: RulesContext) => readonly R[],
): Projection => ({ table, facts, ofJourney: project });

export const readModels = {
  board: [ofChange(boardTable, projectBoard)],
  census: [ofStep(boardHistoryTable, projectHistory)],
  journey: [ofChange(journeyTable, projectJourney), ofChange(specimenTable, projectSpecimens)],
  decisions: [ofStep(decisionTable, projectDecisions)],
  'day-lists': [ofJourney(dayListTable, dayFacts, projectDayLists)],
  roster: [ofChange(rosterTable, projectRoster)],
  waiting: [ofChange(waitingTable, projectWaiting)],
  worklist: [ofChange(worklistTable, projectWorklist)],
  'weekly-screens': [ofChange(weeklyScreensTable, projectWeeklyScreens)],
  stays: [ofJourney(stayTable, stayFacts, projectStays)],
  courses: [ofJourney(courseTable, courseFacts, projectCourses)],
  moves: [ofStep(moveTable, projectMoves)],
  'measured-cases': [ofJourney(measuredCaseTable, caseFacts, projectCases)],
  'test-meanings': [ofJourney(testMeaningTable, testFacts, projectTestMeanings)],
  'score-pairs': [ofJourney(scorePairTable, scoreFacts, projectScorePairs)],
} as const satisfies Record<string, readonly Projection[]>;

export type ReadModelName = keyof typeof readModels;

export const projections: readonly Projection[] = Object.values(readModels).flat();
