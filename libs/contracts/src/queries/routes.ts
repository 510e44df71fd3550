import { roles, taskKinds, transitionKinds } from '@stepway/pathway';
import { z } from 'zod';
import { Code, Instant, Uuid } from '../scalars.ts';
import { analyticsRoutes } from './analytics.ts';
import { EmergencyView, emergencyStates, Trail, trailActions, trailOutcomes } from './audit.ts';
import { boardFlags, Census, EpisodeListItem, episodeStatuses, WeeklyScreen } from './board.ts';
import {
  DayDoseItem,
  DayFollowUpItem,
  dayListOf,
  DayTestItem,
  followUpStates,
  medicationStates,
  testStates,
} from './day-lists.ts';
import { EpisodeView } from './journey.ts';
import { DecisionView, EventView } from './on-record.ts';
import { GroupView, Roster } from './roster.ts';
import { Capacity, WaitingListItem, waitingQueues } from './waiting.ts';
import { listOf, PatientRecord, PatientView, ProgrammeView, PublishedProgramme } from './lists.ts';
import { OnCallView, SiteView, staffRoles, StaffView, TeamView } from './directory.ts';
import { OpenSession, SessionView } from './session.ts';
import { InboxHealth, QuarantinedItem, QuarantinedMessage, Sender } from './inbox.ts';
import { partnerRoutes } from './partner-routes.ts';
import { Rebuilds, ReplayReport, SystemView } from './system.ts';
import { WorklistCounts, worklistDue, WorklistItem, worklistWho } from './worklist.ts';

/** Values in one parameter, separated by commas. */
const list = <Output extends string>(item: z.ZodType<Output, string>, most = 100) =>
  z
    .string()
    .max(8_000)
    .transform((text): string[] => text.split(','))
    .pipe(z.array(item).min(1).max(most));

const page = (most: number) => ({
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(most).optional(),
});
/** Read your own write: wait for this version, at most 2 s. */
const after = { after: z.coerce.number().int().nonnegative().optional() };
const senses = ['known', 'true'] as const;
/** A moment of the past, by what was known then (`known`, the default), or by what, as is known now, was true then. */
const asOf = { asOf: Instant.optional(), sense: z.enum(senses).optional() };
const none = z.strictObject({});

const boardFilters = {
  site: list(Code).optional(),
  programme: list(Code).optional(),
  level: list(Code).optional(),
  flag: list(z.enum(boardFlags)).optional(),
  kind: list(z.enum(transitionKinds)).optional(),
  /** Words of a name, a number or a birth date: found by blind index. */
  q: z.string().min(1).max(200).optional(),
  ...page(500),
};

const trailFilters = {
  action: list(z.enum(trailActions)).optional(),
  outcome: z.enum(trailOutcomes).optional(),
  /** From this instant, and before that. */
  from: Instant.optional(),
  to: Instant.optional(),
  ...page(200),
};

const worklistScope = { site: list(Code).optional(), programme: list(Code).optional() };
/** Of a list of the day: one state at a time, the earliest due first. */
const dayFilters = {
  site: list(Code).optional(),
  programme: list(Code).optional(),
  level: list(Code).optional(),
  ...page(500),
};

/** The questions that the API answers: the route, what may be asked, and what comes back. */
export const queryRoutes = {
  census: {
    path: '/v1/census',
    summary: 'How many people are at each level, now or at a moment of the past',
    query: z.strictObject({ site: list(Code).optional(), programme: list(Code).optional(), ...asOf }),
    answer: Census,
  },
  episodes: {
    path: '/v1/episodes',
    summary: 'The rows of the board, now or as of a moment of the past (then by episode id)',
    query: z.strictObject({
      ...boardFilters,
      ...asOf,
      /** Default: referred, active. */
      status: list(z.enum(episodeStatuses)).optional(),
      /** Exactly these, of any status; unknown ones are left out. */
      episodeIds: list(Uuid).optional(),
      sort: z.enum(['act-by', 'opened-at', 'level-since', 'episode-id']).optional(),
    }),
    answer: listOf(EpisodeListItem),
  },
  episode: {
    path: '/v1/episodes/{episodeId}',
    summary: 'One journey, now or as of a moment of the past',
    query: z.strictObject({ ...asOf, ...after }),
    answer: EpisodeView,
  },
  events: {
    path: '/v1/episodes/{episodeId}/events',
    summary: 'What happened, the newest first; sealed texts are opened for those who may read them',
    query: z.strictObject({ ...page(500), ...asOf, ...after }),
    answer: listOf(EventView),
  },
  decisions: {
    path: '/v1/episodes/{episodeId}/decisions',
    summary: 'Why something happened, or why nothing did; the newest first',
    query: z.strictObject({
      about: list(z.enum(['step-up', 'step-down', 'drug-test', 'level'])).optional(),
      ...page(500),
      ...asOf,
      ...after,
    }),
    answer: listOf(DecisionView),
  },
  weeklyScreens: {
    path: '/v1/episodes/{episodeId}/weekly-screens',
    summary: 'One symbol for each week of the screening plan, the oldest first',
    query: z.strictObject({ ...page(10_000), ...asOf, ...after }),
    answer: listOf(WeeklyScreen),
  },
  handOffs: {
    path: '/v1/hand-offs',
    summary:
      'People between two levels: left, and not yet seen; now or as of a moment of the past (then by episode id)',
    query: z.strictObject({ ...boardFilters, ...asOf }),
    answer: listOf(EpisodeListItem),
  },
  proposals: {
    path: '/v1/proposals',
    summary:
      'What waits for a decision: proposed moves; by `flag` also `hold` and `second-person`, which take a second person',
    query: z.strictObject({ ...boardFilters, ...asOf }),
    answer: listOf(EpisodeListItem),
  },
  worklist: {
    path: '/v1/worklist',
    summary: 'Open tasks, ranked, with the reasons for the rank; now or as they were known at a moment of the past',
    query: z.strictObject({
      ...worklistScope,
      ...asOf,
      /** Default: all. */
      who: z.enum(worklistWho).optional(),
      due: z.enum(worklistDue).optional(),
      kind: list(z.enum(taskKinds)).optional(),
      level: list(Code).optional(),
      role: list(z.enum(roles)).optional(),
      /** What is urgent only, or never; default: both. */
      urgent: z.enum(['only', 'not']).optional(),
      /** Tasks that were put off are left out; `shown` has them too. */
      snoozed: z.enum(['shown']).optional(),
      /** The tasks of exactly these journeys; unknown ones are left out. */
      episodeIds: list(Uuid).optional(),
      taskIds: list(z.string().max(300)).optional(),
      ...page(500),
    }),
    answer: listOf(WorklistItem),
  },
  worklistCounts: {
    path: '/v1/worklist/counts',
    summary: 'How many open tasks are mine, of my team, nobody’s, overdue',
    query: z.strictObject(worklistScope),
    answer: WorklistCounts,
  },
  waitingList: {
    path: '/v1/waiting-list',
    summary: 'Who waits for a place: applicants in the statutory order, then moves by acuity',
    query: z.strictObject({
      site: list(Code).optional(),
      programme: list(Code).optional(),
      level: list(Code).optional(),
      queue: list(z.enum(waitingQueues)).optional(),
      ...page(500),
    }),
    answer: listOf(WaitingListItem),
  },
  capacity: {
    path: '/v1/capacity',
    summary: 'Places of each site and level: occupied, expected, free, waited for',
    query: z.strictObject({ site: list(Code).optional(), programme: list(Code).optional() }),
    answer: Capacity,
  },
  tests: {
    path: '/v1/tests',
    summary: 'Drug tests that ask for somebody: to collect today, late, to confirm, to review, in question',
    query: z.strictObject({ state: z.enum(testStates), ...dayFilters }),
    answer: dayListOf(DayTestItem, testStates),
  },
  medications: {
    path: '/v1/medications',
    summary: 'Doses that come, doses of which nothing is known, and where a medication may have a gap',
    query: z.strictObject({ state: z.enum(medicationStates), ...dayFilters }),
    answer: dayListOf(DayDoseItem, medicationStates),
  },
  followUps: {
    path: '/v1/follow-ups',
    summary: 'People to reach: after discharge, after leaving by their own wish, out of contact, in aftercare',
    query: z.strictObject({ state: z.enum(followUpStates), ...dayFilters }),
    answer: dayListOf(DayFollowUpItem, followUpStates),
  },
  groups: {
    path: '/v1/groups',
    summary: 'The groups of the sites, and when people of their levels are there',
    query: z.strictObject({ site: list(Code).optional() }),
    answer: z.object({ items: z.array(GroupView) }),
  },
  roster: {
    path: '/v1/roster',
    summary: 'Who belongs to one session of a group, and what is on record of it',
    query: z.strictObject({
      site: Code,
      group: Code,
      startsAt: Instant,
      /** People beside those who belong to it. */
      episodeIds: list(Uuid).optional(),
    }),
    answer: Roster,
  },
  programmes: {
    path: '/v1/programmes',
    summary: 'The published programmes, all versions',
    query: z.strictObject(page(500)),
    answer: listOf(ProgrammeView),
  },
  programme: {
    path: '/v1/programmes/{id}',
    summary: 'The newest version of a programme',
    query: none,
    answer: PublishedProgramme,
  },
  programmeVersion: {
    path: '/v1/programmes/{id}/{version}',
    summary: 'One version of a programme',
    query: none,
    answer: PublishedProgramme,
  },
  programmeReplay: {
    path: '/v1/programmes/{id}/{version}/replay',
    summary: 'Who would have been treated otherwise by this version, as it was last found out; counts only',
    query: none,
    answer: z.object({ report: ReplayReport.nullable() }),
  },
  system: {
    path: '/v1/system',
    summary: 'How the programs and servers are: lag, what is parked, the last check of the invariants',
    query: none,
    answer: SystemView,
  },
  rebuilds: {
    path: '/v1/system/rebuilds',
    summary: 'The rebuild of read models that is under way, or the last one',
    query: none,
    answer: Rebuilds,
  },
  inbox: {
    path: '/v1/inbox',
    summary: 'How many messages from outside wait, to be taken or for a person; counts only',
    query: none,
    answer: InboxHealth,
  },
  quarantine: {
    path: '/v1/inbox/quarantine',
    summary: 'Messages from outside that wait for a person, the oldest first, without their words',
    query: z.strictObject(page(500)),
    answer: listOf(QuarantinedItem),
  },
  quarantinedMessage: {
    path: '/v1/inbox/quarantine/{messageId}',
    summary: 'One of them with what the sender wrote',
    query: none,
    answer: QuarantinedMessage,
  },
  senders: {
    path: '/v1/senders',
    summary: 'Who may send from outside, and how it is read',
    query: none,
    answer: z.object({ items: z.array(Sender) }),
  },
  patients: {
    path: '/v1/patients',
    summary: 'People whose name, number or birth date has all these words',
    query: z.strictObject({
      query: z.string().min(1).max(200),
      ...page(50),
    }),
    answer: listOf(PatientView),
  },
  patient: { path: '/v1/patients/{patientId}', summary: 'Who a person is', query: none, answer: PatientRecord },
  staff: {
    path: '/v1/staff',
    summary: 'Who works here: to name an owner, a care team, or who did something',
    query: z.strictObject({
      site: list(Code).optional(),
      role: list(z.enum(staffRoles)).optional(),
      /** Default: also those who have left. */
      active: z.stringbool().optional(),
      ...page(500),
    }),
    answer: listOf(StaffView),
  },
  sites: {
    path: '/v1/sites',
    summary: 'The places of care of this organisation',
    query: none,
    answer: z.object({ items: z.array(SiteView) }),
  },
  teams: {
    path: '/v1/teams',
    summary: 'Who works together',
    query: none,
    answer: z.object({ items: z.array(TeamView) }),
  },
  onCall: {
    path: '/v1/on-call',
    summary: 'Who is called at each site where a role is asked at once, in order',
    query: none,
    answer: z.object({ items: z.array(OnCallView) }),
  },
  sessions: {
    path: '/v1/sessions',
    summary: 'Browsers that are signed in, the newest first',
    query: z.strictObject(page(500)),
    answer: listOf(OpenSession),
  },
  audit: {
    path: '/v1/audit',
    summary: 'Who saw what, the newest first',
    query: z.strictObject({
      /** By the id of the person or of one of their journeys: all that is theirs. */
      person: Uuid.optional(),
      actor: z.string().min(1).max(255).optional(),
      emergency: Uuid.optional(),
      ...trailFilters,
    }),
    answer: Trail,
  },
  episodeAccess: {
    path: '/v1/episodes/{episodeId}/access',
    summary: 'Who saw the data of this person, by all their journeys, the newest first',
    query: z.strictObject(trailFilters),
    answer: Trail,
  },
  emergencies: {
    path: '/v1/break-the-glass',
    summary: 'Emergency accesses that wait for a review, or were reviewed; the newest first',
    query: z.strictObject({
      /** Default: open. */
      state: z.enum(emergencyStates).optional(),
      ...page(200),
    }),
    answer: listOf(EmergencyView),
  },
  ...analyticsRoutes,
  ...partnerRoutes,
  session: {
    path: '/v1/session',
    summary: 'Who is signed in, and what this deployment is',
    query: none,
    answer: SessionView,
  },
} as const satisfies Record<string, QueryRoute>;

interface QueryRoute {
  readonly path: string;
  readonly summary: string;
  readonly query: z.ZodObject;
  readonly answer: z.ZodType;
}

export type QueryName = keyof typeof queryRoutes;
export const queryNames = Object.keys(queryRoutes) as readonly QueryName[];
export type QueryAnswer<Name extends QueryName> = z.output<(typeof queryRoutes)[Name]['answer']>;
