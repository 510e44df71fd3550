export { readBoardAsOf, type PastSources } from './board/as-of.ts';
export type { BoardQuery, BoardSort } from './board/asked.ts';
export { readBoard, type Clock } from './board/query.ts';
export { readCensusAsOf } from './census/as-of.ts';
export { readCensus, type CensusQuery } from './census/query.ts';
export { fold, type Change, type ContextFor, type Step } from './change.ts';
export { CursorUnknown, keysOf, pageAfter, pageOf, type Page } from './cursor.ts';
export { countDayList, readDayList, type DayListFilters, type DayListQuery, type DayRows } from './day-lists/query.ts';
export { readFilling, type Filling } from './filling/coverage.ts';
export { fillReadModels } from './filling/fill-read-models.ts';
export { BeingFilled, wholeTablesOnly } from './filling/whole-tables-only.ts';
export { readDecisions, type DecisionsQuery } from './decisions/query.ts';
export { decisionsAt, journeyViewAt, weeklyScreensAt } from './journey/as-of.ts';
export { journeyVersion, journeyView, readJourney, readNextEpisode } from './journey/query.ts';
export { openReadDoorbell, type ReadDoorbell, type ReadDoorbellOptions } from './live/doorbell.ts';
export { readLagMs } from './live/lag.ts';
export { waitForVersion } from './live/wait-for-version.ts';
export { readModels, type ReadModelName } from './models.ts';
export { askRetry, readParked, retriesAsked } from './operations/parked-list.ts';
export { placesInLog } from './operations/places.ts';
export { keepReport, readReport } from './operations/reports.ts';
export { eventsAt, journeyAt, type PastMoment, type Sense } from './past/past.ts';
export { previewJourney } from './preview/preview.ts';
export { type ReadChange } from './projection/bell.ts';
export { type JourneyCache } from './projection/journey-cache.ts';
export { noteBehind, OffsetsMoved, storedOffsets, type Partition, type StoredOffset } from './projection/offsets.ts';
export { codeOf, parkedJourneys, parkedSummary, unpark, type ParkedSummary } from './projection/parked.ts';
export {
  createProjector,
  type Projected,
  type ProjectionBatch,
  type Projector,
  type ProjectorOptions,
} from './projection/projector.ts';
export { type Incoming, type Unreadable } from './projection/records.ts';
export { type Difference } from './rebuild/compare.ts';
export { RebuildUnderWay } from './rebuild/alone.ts';
export { givingWay } from './rebuild/giving-way.ts';
export { rebuild, type RebuildOptions, type RebuildProgress, type RebuildReport } from './rebuild/rebuild.ts';
export { readForRoster, readRoster, type RosterQuery } from './roster/query.ts';
export { type Database } from './table.ts';
export { eventView } from './timeline/event-view.ts';
export { readTimeline, type TimelineQuery } from './timeline/query.ts';
export { readCapacity, setCapacity } from './waiting/capacity.ts';
export { readWaiting, type WaitingQuery } from './waiting/query.ts';
export { readWorklistAsOf } from './worklist/as-of.ts';
export { countWorklist, mostCounted, readWorklist, type WorklistQuery, type WorklistScope } from './worklist/query.ts';
export { readWeeklyScreens, weeklyPatterns, type WeeklyPattern } from './weekly-screens/query.ts';
export { episodesOnVersion } from './board/on-version.ts';
export { placesOfPeople, readPlace, readPlaces, readPlacesAfter, type Place } from './board/place.ts';
export { readAnalyticsCensus, type CensusDay } from './analytics/queries/census.ts';
export { readAnalyticsDrugTests } from './analytics/queries/drug-tests.ts';
export { readFlows } from './analytics/queries/flows.ts';
export { readFunnel } from './analytics/queries/funnel.ts';
export { readAnalyticsHandOffs } from './analytics/queries/hand-offs.ts';
export { readAnalyticsInstruments } from './analytics/queries/instruments.ts';
export { readLengthOfStay } from './analytics/queries/length-of-stay.ts';
export { readMeasures } from './analytics/queries/measures.ts';
export { readRates } from './analytics/queries/rates.ts';
export { readReadmission } from './analytics/queries/readmission.ts';
export { readRetention } from './analytics/queries/retention.ts';
export { head as analyticsHead, type AnalyticsScope } from './analytics/queries/scope.ts';
export { completionOf, waysFrom } from './analytics/queries/ways.ts';
export { allGroupsShown, smallGroupsHidden } from './analytics/statistics/small-groups.ts';
