import {
  aftercareParts,
  candidacyCriteria,
  dispositions,
  consentSigners,
  crisisActions,
  crisisKinds,
  discrepancyReasons,
  drugClasses,
  exclusionCriteria,
  externalEncounterKinds,
  followUpContacts,
  goalDomains,
  instrumentCodes,
  livingSituations,
  meetingOutcomes,
  notCollectedOutcomes,
  outcomes,
  outreachChannels,
  patientAnswers,
  recipientClasses,
  roles,
  scheduledTestCauses,
  severities,
  stages,
  subscales,
  taskKinds,
  transitionKinds,
  usePatterns,
  validityFindings,
} from '@stepway/pathway';
import { z } from 'zod';
import { codedConsent } from '../commands/consents.ts';
import { DrugsGiven } from '../commands/external-encounters.ts';
import { followUpOutcomes } from '../commands/follow-up.ts';
import { ProgrammeVersion } from '../commands/programme-version.ts';
import { recommendation } from '../events/assessments.ts';
import { Actor } from '../events/events.ts';
import { RuleTried } from '../events/rule-tried.ts';
import { Instant, LocalDate } from '../scalars.ts';
import { episodeStatuses, LeaveView, NextDue, PersonName, TransitionView } from './board.ts';

export const SpecimenView = z
  .object({
    specimenId: z.string(),
    collectedAt: Instant,
    reportedAt: Instant,
    status: z.string(),
    validity: z.enum(validityFindings),
    results: z.array(
      z.object({
        drugClass: z.enum(drugClasses),
        outcome: z.enum(outcomes),
        stage: z.enum(stages),
        amount: z.number().optional(),
        unit: z.string().optional(),
        disposition: z.enum(dispositions),
        explanation: z.string(),
      }),
    ),
  })
  .meta({ id: 'Specimen' });
export type SpecimenView = z.output<typeof SpecimenView>;

export const StayView = z.object({ level: z.string(), since: Instant, until: Instant.nullable() }).meta({ id: 'Stay' });

/** A consent as it was signed last; its words are read among the events. */
export const ConsentView = z
  .object({
    consentId: z.string(),
    version: z.int(),
    ...codedConsent,
    recipients: z.array(z.object({ recipientId: z.string().optional(), class: z.enum(recipientClasses).optional() })),
    intermediaryId: z.string().optional(),
    signers: z.array(z.enum(consentSigners)),
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'Consent' });

export const TaskView = z
  .object({
    taskId: z.string(),
    kind: z.enum(taskKinds),
    role: z.enum(roles),
    subject: z.string(),
    openedAt: Instant,
    dueAt: Instant,
    escalatedAt: Instant.nullable(),
    /** Who has it; by the care team, where nobody took it on. */
    owner: z
      .object({ staffId: z.string(), role: z.enum(roles), by: z.enum(['claim', 'assignment', 'care-team']) })
      .nullable()
      .optional(),
    snoozedUntil: Instant.nullable().optional(),
  })
  .meta({ id: 'Task' });

const Answer = z.union([z.boolean(), z.literal('unknown')]);

export const AssessmentView = z
  .object({
    assessmentId: z.string(),
    assessedAt: Instant,
    edition: z.union([z.literal(3), z.literal(4)]),
    indicates: z.object(recommendation).nullable(),
    actualLevel: z.string().nullable(),
    discrepancyReason: z.enum(discrepancyReasons).nullable(),
    agreement: z.enum(['agrees', 'disagrees']).nullable(),
    substances: z.array(z.object({ drugClass: z.enum(drugClasses), pattern: z.enum(usePatterns) })),
  })
  .meta({ id: 'Assessment' });

export const InstrumentView = z
  .object({
    instrumentId: z.string(),
    instrument: z.enum(instrumentCodes),
    at: Instant,
    score: z.int().nullable(),
    severity: z.enum(severities).nullable(),
    subscales: z.array(z.object({ scale: z.enum(subscales), score: z.int(), needsAttention: z.boolean() })),
    suicideItem: z.boolean(),
  })
  .meta({ id: 'Instrument' });

/** What the person said to a move, or to less support still to come; their own words stand in the event. */
export const PatientDecisionView = z
  .object({
    decision: z.enum(patientAnswers),
    at: Instant,
    transitionId: z.string().nullable(),
    kind: z.enum(transitionKinds).nullable(),
    level: z.string().nullable(),
  })
  .meta({ id: 'PatientDecision' });

export const TherapistMeetingView = z
  .object({ meetingId: z.string(), heldAt: Instant, outcome: z.enum(meetingOutcomes) })
  .meta({ id: 'TherapistMeeting' });

/** A place at a level that was offered to the person. */
export const SlotView = z
  .object({
    slotId: z.string(),
    level: z.string(),
    startsAt: Instant,
    keptUntil: Instant.nullable(),
    declinedAt: Instant.nullable(),
  })
  .meta({ id: 'Slot' });

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
          drugsGiven: DrugsGiven.optional(),
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
}).meta({ id: 'Episode' });
export type EpisodeView = z.output<typeof EpisodeView>;

/** Why something happened, or why nothing did. */
export const DecisionView = z
  .object({
    decisionId: z.string(),
    at: Instant,
    about: z.enum(['step-up', 'step-down', 'drug-test', 'level']),
    outcome: z.string(),
    sentence: z.string(),
    rules: z.array(RuleTried),
    programme: ProgrammeVersion,
    trigger: z.object({ eventId: z.string() }),
    /** Of a drug test: the specimen and class it is about. */
    specimenId: z.string().optional(),
    drugClass: z.enum(drugClasses).optional(),
  })
  .meta({ id: 'Decision' });
export type DecisionView = z.output<typeof DecisionView>;

/** One care event as the API gives it; sealed texts are opened for those who may read them. */
export const EventView = z
  .object({
    id: z.string(),
    type: z.string(),
    version: z.int(),
    occurredAt: Instant,
    recordedAt: Instant.optional(),
    actor: Actor.optional(),
    causedBy: z.string().optional(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'CareEvent' });
export type EventView = z.output<typeof EventView>;

export const CommandAnswer = z
  .object({
    episodeId: z.string(),
    version: z.int(),
    events: z.array(EventView),
    /** Of a dry decision: what would then follow by rule. */
    follows: z.array(EventView).optional(),
  })
  .meta({ id: 'CommandAnswer' });
export type CommandAnswer = z.output<typeof CommandAnswer>;
