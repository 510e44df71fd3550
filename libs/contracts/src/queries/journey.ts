import {
  aftercareParts,
  candidacyCriteria,
  commandTypes,
  crisisActions,
  crisisKinds,
  drugClasses,
  exclusionCriteria,
  externalEncounterKinds,
  followUpContacts,
  goalDomains,
  livingSituations,
  notCollectedOutcomes,
  outreachChannels,
  roles,
  scheduledTestCauses,
} from '@stepway/pathway';
import { z } from 'zod';
import { drugsGivenSaid } from '../events/external-encounters.ts';
import { followUpOutcomes } from '../commands/follow-up.ts';
import { ProgrammeVersion } from '../commands/programme-version.ts';
import { Instant, LocalDate } from '../scalars.ts';
import { OpenEmergency } from './audit.ts';
import { episodeStatuses, LeaveView, NextDue, PersonName, ToldLater, TransitionView } from './board.ts';
import {
  SpecimenView,
  StayView,
  ConsentView,
  TaskView,
  AssessmentView,
  InstrumentView,
  PatientDecisionView,
  TherapistMeetingView,
  SlotView,
} from './journey-parts.ts';

const Answer = z.union([z.boolean(), z.literal('unknown')]);

/** One journey as its page shows it (interfaces.md §1). Only grows; nothing is renamed. */
export const JourneyView = z
  .object({
    episodeId: z.string(),
    patientId: z.string(),
    version: z.int(),
    status: z.enum(episodeStatuses),
    programme: ProgrammeVersion,
    siteId: z.string(),
    level: z.string().nullable(),
    levelSince: Instant.nullable(),
    openedAt: Instant,
    /** An ended episode of this person, to which this one is linked. */
    previousEpisodeId: z.string().nullable(),
    dischargedAt: Instant.nullable(),
    /** A reason of TEDS-D, or `never-admitted` where a referral was closed. */
    dischargeReason: z.string().nullable(),
    diedAt: Instant.nullable(),
    /** Every end of care, the oldest first: after a re-entry there may be another. */
    discharges: z.array(
      z.object({ at: Instant, reasonCode: z.string(), level: z.string(), patientDirected: z.boolean() }),
    ),
    followUps: z.array(
      z.object({
        point: z.int(),
        contactedAt: Instant,
        contact: z.enum(followUpContacts),
        ...followUpOutcomes,
        dischargedAt: Instant,
        inWindow: z.boolean(),
      }),
    ),
    /** A person wishes to end the episode for the programme, and waits for a second one. */
    termination: z.object({ requestedBy: z.string(), requestedAt: Instant, lapsesAt: Instant }).nullable(),
    transition: TransitionView.nullable(),
    /** The newest first. */
    patientDecisions: z.array(PatientDecisionView),
    therapistMeetings: z.array(TherapistMeetingView),
    slots: z.array(SlotView),
    holds: z.array(z.object({ holdId: z.string(), placedAt: Instant, until: Instant, endedAt: Instant.nullable() })),
    /** With the return that is known, the latest first. */
    leaves: z.array(LeaveView.extend({ level: z.string(), endedAt: Instant.nullable() })).optional(),
    crises: z
      .array(
        z.object({
          crisisId: z.string(),
          kind: z.enum(crisisKinds),
          raisedAt: Instant,
          actions: z.array(z.enum(crisisActions)),
          resolvedAt: Instant.nullable(),
        }),
      )
      .optional(),
    consents: z.array(ConsentView).optional(),
    careTeam: z.array(z.object({ staffId: z.string(), role: z.enum(roles) })).optional(),
    goals: z.array(
      z.object({
        goalId: z.string(),
        domain: z.enum(goalDomains),
        level: z.string(),
        state: z.enum(['open', 'achieved', 'withdrawn']),
        completedAt: Instant.nullable(),
        withdrawnAt: Instant.nullable(),
      }),
    ),
    /** What the template of the present level names and no goal there covers; empty before admission. */
    goalDomainsWithoutGoal: z.array(z.enum(goalDomains)),
    /** Closed local weeks of the site, the newest first. */
    attendanceWeeks: z.array(
      z.object({
        weekOf: LocalDate,
        level: z.string(),
        attendedMinutes: z.int(),
        scheduledMinutes: z.int(),
        /** Null where the week is not measured against a minimum. */
        minimumMinutes: z.int().nullable(),
      }),
    ),
    /** Attempts to reach the person, the newest first. */
    outreach: z.array(
      z.object({ outreachId: z.string(), at: Instant, channel: z.enum(outreachChannels), reached: z.boolean() }),
    ),
    /** What care after intensive treatment is made of, as it was agreed last. */
    aftercarePlan: z
      .object({
        setAt: Instant,
        parts: z.array(z.object({ part: z.enum(aftercareParts), everyDays: z.int().nullable() })),
      })
      .nullable(),
    /** Tests that are ahead, or of which nothing is known yet. */
    scheduledTests: z.array(z.object({ from: Instant, dueAt: Instant, cause: z.enum(scheduledTestCauses) })),
    testsNotCollected: z.array(z.object({ dueAt: Instant, outcome: z.enum(notCollectedOutcomes) })),
    /** Use that the person told of, without a specimen. */
    acknowledgedUses: z.array(z.object({ drugClass: z.enum(drugClasses), lastUseAt: Instant })),
    medications: z.array(
      z.object({
        medicationId: z.string(),
        medication: z.string(),
        from: Instant,
        to: Instant.nullable(),
        missedDoses: z.array(z.object({ from: Instant, to: Instant, doses: z.int() })),
      }),
    ),
    /** Care given elsewhere; without `drugsGiven` the list is still awaited. */
    externalEncounters: z
      .array(
        z.object({
          encounterId: z.string(),
          kind: z.enum(externalEncounterKinds),
          from: Instant,
          to: Instant.optional(),
          drugsGiven: drugsGivenSaid.optional(),
        }),
      )
      .optional(),
    person: z
      .object({
        pregnantSince: Instant.nullable(),
        livingSituation: z
          .object({ situation: z.enum(livingSituations), safe: z.boolean().nullable(), at: Instant })
          .nullable(),
        naloxoneAt: Instant.nullable(),
      })
      .optional(),
    /** What speaks for and against the entry level, or the present one, as far as it was assessed. */
    entry: z
      .object({
        level: z.string(),
        criteria: z.array(
          z.object({ code: z.enum(candidacyCriteria), weight: z.enum(['required', 'supporting']), met: Answer }),
        ),
        exclusions: z.array(z.object({ code: z.enum(exclusionCriteria), holds: Answer })),
      })
      .optional(),
    /** The newest first. */
    assessments: z.array(AssessmentView).optional(),
    /** The newest first. */
    instruments: z.array(InstrumentView).optional(),
    /** The newest first. */
    specimens: z.array(SpecimenView),
    uses: z.array(z.object({ useId: z.string(), drugClasses: z.array(z.enum(drugClasses)), at: Instant })),
    stays: z.array(StayView),
    tasks: z.array(TaskView),
    nextDue: NextDue.nullable(),
  })
  .meta({ id: 'Journey' });
export type JourneyView = z.output<typeof JourneyView>;

export const EpisodeView = JourneyView.extend({
  name: PersonName.nullable(),
  /** The episode that was linked to this one when the person came back later. */
  nextEpisodeId: z.string().nullable(),
  /** Only as of a moment of the past. */
  toldLater: ToldLater.optional(),
  /** What the caller may do with this journey as it stands now; none of the past. */
  allowed: z.array(z.enum(commandTypes)),
  /** Only where the caller sees it by an emergency access. */
  emergency: OpenEmergency.optional(),
}).meta({ id: 'Episode' });
export type EpisodeView = z.output<typeof EpisodeView>;
