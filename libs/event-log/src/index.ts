export { type EventLog, type EventLogOptions, openEventLog } from './event-log.ts';
export { type AppendRequest, type AppendResult } from './stream/append.ts';
export { type StreamAppend, joinAppends, prepareAppend } from './stream/prepare.ts';
export { type RecordedCommand, type StreamSlice } from './stream/read-stream.ts';
export { type JourneyRange } from './stream/read-journeys.ts';
export { type StreamState } from './stream/streams.ts';
export { type LogCursor, beginning } from './order/cursor.ts';
export { type LogPage, type PlacedEvent } from './order/read-all.ts';
export { type Leadership } from './order/leadership.ts';
export { type Placed } from './order/positions.ts';
export { type Attention } from './attention/attention.ts';
export { type StreamHead, emptyStream } from './integrity/chain.ts';
export { type Breach, type Verified } from './integrity/verify.ts';
export { NotCanonical, canonical } from './integrity/canonical.ts';
export { eventId } from './integrity/event-id.ts';
export { AppendRefused, LeadershipLost, LogUnavailable, UnreadableEvent } from './errors.ts';
export { type ContextFor, type Subject } from './record/context-for.ts';
export { type NotRecorded, type RecordRequest, type RecordResult } from './record/record.ts';
export {
  Contended,
  type DryResult,
  type Recorder,
  type RecorderOptions,
  type RunResult,
  openRecorder,
} from './record/recorder.ts';
export { Restless } from './record/to-rest.ts';
export { type History, type HistoryOptions, type HistoryResult, beginHistory } from './record/history.ts';
export { type HistoriesProgress, type HistoriesResult, appendHistories } from './record/append-histories.ts';
