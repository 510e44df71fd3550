import { dimensions, goalDomains, riskRatings, subdimensions } from '@stepway/pathway';
import { z } from 'zod';
import { reference, told, type SomePartnerRules } from './form.ts';

const medicationId = reference('medications');
const goalId = reference('goals-and-plan');

const PartnerRating = z.object({
  dimension: z.literal(dimensions),
  subdimension: z.enum(subdimensions).optional(),
  risk: z.literal(riskRatings).optional(),
  minimumLevel: z.string().optional(),
});

/** What is given, planned and assessed: codes only. What a person said, and what speaks for or against them, stays here. */
export const treatmentRules = {
  MedicationRecorded: {
    information: 'medications',
    fields: {
      medicationId,
      medication: 'medications',
      drugClasses: 'never',
      analytes: 'never',
      kind: 'medications',
      scheduled: 'medications',
      expectedPresence: 'never',
      source: 'never',
      from: 'medications',
      to: 'medications',
    },
  },
  MedicationEnded: { information: 'medications', fields: { medicationId, at: 'medications' } },
  MissedDosesRecorded: {
    information: 'medications',
    fields: { medicationId, from: 'medications', to: 'medications', doses: 'medications' },
  },
  MedicationContinuityArranged: {
    information: 'medications',
    fields: { medicationId, nextDoseAt: 'medications', place: 'never' },
  },
  AftercarePlanSet: { information: 'goals-and-plan', fields: { parts: 'goals-and-plan' } },
  GoalsSet: {
    information: 'goals-and-plan',
    fields: {
      level: 'level-of-care',
      goals: told('goals-and-plan', z.array(z.object({ domain: z.enum(goalDomains) })).readonly()),
    },
  },
  GoalCompleted: { information: 'goals-and-plan', fields: { goalId, evidence: 'never' } },
  GoalReopened: { information: 'goals-and-plan', fields: { goalId } },
  GoalWithdrawn: { information: 'goals-and-plan', fields: { goalId } },
  AssessmentRecorded: {
    information: 'assessments',
    fields: {
      assessmentId: reference('assessments'),
      assessedAt: 'assessments',
      edition: 'assessments',
      withdrawalRisk: 'never',
      substances: 'never',
      biopsychosocial: 'never',
      candidacy: 'never',
      exclusions: 'never',
      livingSituation: 'never',
      decidedBy: 'never',
      agreement: 'never',
      preferredLevel: 'never',
      actualLevel: 'level-of-care',
      discrepancyReason: 'never',
      dimensions: told('assessments', z.array(PartnerRating).readonly()),
    },
  },
  LevelRecommended: {
    information: 'assessments',
    fields: {
      decisionId: 'never',
      assessmentId: reference('assessments'),
      asam: 'assessments',
      level: 'assessments',
      drivers: 'never',
      alongside: 'never',
      toEvaluate: 'never',
      explanation: 'never',
      rules: 'never',
    },
  },
  InstrumentScored: {
    information: 'assessments',
    fields: {
      instrumentId: reference('assessments'),
      instrument: 'assessments',
      at: 'assessments',
      answers: 'never',
      score: 'assessments',
      severity: 'assessments',
      subscales: 'never',
      suicideItem: 'never',
    },
  },
  PatientDecisionRecorded: 'never',
  TherapistMeetingRecorded: 'never',
  ReviewDue: 'never',
} satisfies SomePartnerRules;
