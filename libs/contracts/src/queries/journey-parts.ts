import {
  dispositions,
  consentSigners,
  discrepancyReasons,
  drugClasses,
  instrumentCodes,
  meetingOutcomes,
  outcomes,
  patientAnswers,
  recipientClasses,
  roles,
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
import { recommendation } from '../events/assessments.ts';
import { Instant } from '../scalars.ts';

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
