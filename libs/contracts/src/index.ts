export { asyncApiDocument } from './asyncapi.ts';
export {
  commandBodies,
  freeTextFields,
  type CommandBody,
  type CommandRequest,
  type CommandWithText,
} from './commands/commands.ts';
export { ClassResult, DrugClass } from './commands/drug-test-report.ts';
export { ProgrammeVersion } from './commands/programme-version.ts';
export { Actor, eventData } from './events/events.ts';
export { storedEventData } from './events/stored-event.ts';
export { RuleTried } from './events/rule-tried.ts';
export { openApiDocument } from './openapi.ts';
export { publishedMessages, type PublishedMessage } from './published/messages.ts';
export { publishedSchemas } from './published/schemas.ts';
export type { PublishedSchema } from './published-schemas.ts';
export {
  fhirReadTypes,
  fhirRefusals,
  fhirRoutes,
  type FhirReadType,
  type FhirRoute,
  type FhirRouteName,
} from './fhir-routes.ts';
export { faultsOf, type FieldFault } from './faults.ts';
export {
  type PartnerEventForm,
  type PartnerField,
  partnerEventData,
  partnerEventForm,
  partnerEventTypes,
} from './partner-events/partner-events.ts';
export {
  type ConsentEndCause,
  ConsentEnded,
  partnerLabels,
  PartnerMessage,
  PartnerNotice,
  redisclosureNotice,
  redisclosureNoticeRef,
} from './partner-events/partner-message.ts';
export { PartnerReference } from './partner-events/form.ts';
export { ProgrammeFile } from './programme/programme.ts';
export { readProgramme, type ReadProgramme } from './programme/read.ts';
export { Site, SiteFile, sitesAgainst } from './programme/site.ts';
export {
  boardFlags,
  endReasons,
  BoardRow,
  ToldLater,
  Census,
  CensusRow,
  EpisodeListItem,
  episodeStatuses,
  NextDue,
  PersonName,
  TransitionView,
  WeeklyScreen,
  weekSymbols,
} from './queries/board.ts';
export {
  DayDose,
  DayDoseItem,
  DayFollowUp,
  DayFollowUpItem,
  DayMedication,
  DayTest,
  DayTestItem,
  followUpStates,
  medicationStates,
  testStates,
} from './queries/day-lists.ts';
export {
  cellFaults,
  fileColumns,
  fileFaults,
  fileKinds,
  FileResult,
  isWell,
  largestFile,
  lineOutcomes,
  LineResult,
  type CellFault,
  type FileColumn,
  type FileColumnName,
  type FileFault,
  type FileKind,
  type LineOutcome,
} from './queries/files.ts';
export {
  dismissalReasons,
  DismissMessage,
  type FactOutcome,
  InboxHealth,
  type InboxQuestion,
  inboxChannels,
  type InboxChannel,
  type LocalCode,
  QuarantinedItem,
  QuarantinedMessage,
  quarantineReasons,
  type QuarantineReason,
  ReleaseMessage,
  SetSender,
  Sender,
} from './queries/inbox.ts';
export {
  type DisclosureChannel,
  disclosureChannels,
  DisclosureItem,
  Partner,
  PartnerId,
  PartnerKey,
  PartnerView,
  ReplayView,
  StartReplay,
  SetPartner,
} from './queries/partners.ts';
export { minimumLevels, questionsOf, type InstrumentQuestion } from './queries/instruments.ts';
export {
  AnalyticsCensus,
  AnalyticsDrugTests,
  AnalyticsHandOffs,
  AnalyticsInstruments,
  AnalyticsQuery,
  Completion,
  Funnel,
  funnelSteps,
  handOffGroups,
  LengthOfStay,
  Measures,
  Readmission,
  Retention,
  Transitions,
  measureNames,
  type Count,
  type MeasureName,
} from './queries/analytics.ts';
export {
  BreakTheGlass,
  emergencyFindings,
  emergencyKinds,
  emergencyStates,
  EmergencyView,
  OpenEmergency,
  ReviewEmergency,
  Trail,
  trailActions,
  TrailEntry,
  trailOutcomes,
} from './queries/audit.ts';
export { EpisodeView, JourneyView } from './queries/journey.ts';
export { SpecimenView, StayView, TaskView } from './queries/journey-parts.ts';
export { CommandAnswer, DecisionView, EventView } from './queries/on-record.ts';
export {
  liveEvents,
  listOf,
  NewPatient,
  PatientRecord,
  PatientView,
  Problem,
  problemType,
  ProgrammeView,
  PublishedProgramme,
  type LiveEvent,
} from './queries/lists.ts';
export { Preview, previewCommands, PreviewRequest, type PreviewCommand } from './queries/preview.ts';
export { Capacity, CapacityRow, SetCapacity, WaitingListItem, waitingQueues, WaitingRow } from './queries/waiting.ts';
export {
  ChangeStaff,
  NewStaff,
  OnCallView,
  organisationRoles,
  SetOnCall,
  SetTeam,
  SiteView,
  staffRoles,
  StaffView,
  TeamView,
} from './queries/directory.ts';
export { partnerPosts, partnerQueries } from './partner-own-routes.ts';
export { postRoutes, type PostRouteName } from './post-routes.ts';
export { OpenSession, sessionOrigins, SessionView } from './queries/session.ts';
export { RankPart, WorklistCounts, worklistDue, WorklistItem, WorklistRow, worklistWho } from './queries/worklist.ts';
export { GroupView, Roster, RosterPerson, RosterPersonItem } from './queries/roster.ts';
export {
  Finding,
  Rebuilds,
  rebuildStates,
  RebuildView,
  ReplayReport,
  serverNames,
  StartRebuild,
  SystemView,
  type ParkedView,
} from './queries/system.ts';
export { mayBeWithdrawn } from './queries/withdrawable.ts';
export { endedBy, stepDownGuards } from '@stepway/pathway';
export { queryNames, queryRoutes, type QueryAnswer, type QueryName } from './queries/routes.ts';
export { CallerId, Code, FreeText, Instant, LocalDate, Sealed, Uuid } from './scalars.ts';
export { upcast, versionOf, VersionUnknown } from './upcasts/upcast.ts';
export type { Upcasts } from './upcasts/upcasts.ts';
export { MovedJourneys, MoveJourneysRequest, type MovedJourney } from './queries/version-moves.ts';
export {
  RotateWebhook,
  SetWebhook,
  type WebhookDelivery,
  webhookStates,
  type WebhookView,
} from './queries/webhooks.ts';
export { SubscriptionSettings, subscriptionTopics, topicUrls } from './subscription-topics.ts';
