import { outcomes, stages } from '@stepway/pathway';
import { z } from 'zod';
import { DrugClass } from '../commands/drug-test-report.ts';
import { reference, told, type SomePartnerRules } from './form.ts';

const specimenId = reference('drug-test-results');
const useId = reference('drug-test-results');

/** Class, outcome and stage. Amounts and the laboratory's own words (analyte, method, unit) stay here. */
const PartnerResult = z.object({
  drugClass: DrugClass,
  outcome: z.enum(outcomes),
  stage: z.enum(stages),
  loinc: z.string().optional(),
});

/**
 * All of it needs a consent to drug-test results. When the next test comes is told to nobody: chance would be none.
 * What a person told of their use themselves is not a result.
 */
export const drugTestingRules = {
  ScreeningPlanSet: 'never',
  DrugTestScheduled: 'never',
  DrugTestResultRecorded: {
    information: 'drug-test-results',
    fields: {
      specimenId,
      collectedAt: 'drug-test-results',
      reportedAt: 'drug-test-results',
      status: 'drug-test-results',
      observed: 'never',
      collectionReason: 'never',
      laboratory: 'never',
      results: told('drug-test-results', z.array(PartnerResult).readonly()),
      matrix: 'drug-test-results',
      validity: 'never',
      acknowledgedUse: 'never',
    },
  },
  DrugTestNotCollected: {
    information: 'drug-test-results',
    fields: { dueAt: 'drug-test-results', outcome: 'drug-test-results' },
  },
  DrugTestDisposed: {
    information: 'drug-test-results',
    fields: {
      decisionId: 'never',
      specimenId,
      collectedAt: 'drug-test-results',
      drugClass: 'drug-test-results',
      disposition: 'drug-test-results',
      rule: 'never',
      explanation: 'never',
      rules: 'never',
      useId,
    },
  },
  DrugTestReviewed: {
    information: 'drug-test-results',
    fields: { specimenId, drugClass: 'drug-test-results', finding: 'drug-test-results' },
  },
  UseAcknowledged: 'never',
  UseEstablished: {
    information: 'drug-test-results',
    fields: {
      useId,
      drugClasses: 'drug-test-results',
      specimenIds: 'never',
      told: 'never',
      at: 'drug-test-results',
    },
  },
  UseWithdrawn: { information: 'drug-test-results', fields: { useId } },
  ConfirmationRequested: {
    information: 'drug-test-results',
    fields: { specimenId, drugClasses: 'drug-test-results', escalatesAt: 'never', closesAt: 'never' },
  },
} satisfies SomePartnerRules;
