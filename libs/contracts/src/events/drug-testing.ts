import {
  dispositions,
  extraTestDays,
  matrices,
  notCollectedOutcomes,
  reviewFindings,
  scheduledTestCauses,
} from '@stepway/pathway';
import { z } from 'zod';
import { DrugClass, drugTestReportFact } from '../commands/drug-test-report.ts';
import { Instant } from '../scalars.ts';
import { reason } from './event.ts';
import { rules } from './rule-tried.ts';

const toldUse = { drugClass: DrugClass, lastUseAt: Instant };

export const drugTestEvents = {
  ScreeningPlanSet: z.object({
    from: Instant,
    until: Instant.optional(),
    drugClasses: z.array(DrugClass).readonly(),
    negativeBy: z.enum(['specimen', 'attended-visit']),
    ...reason,
  }),
  DrugTestResultRecorded: z.object({ ...drugTestReportFact, ...reason }),
  DrugTestScheduled: z.object({
    from: Instant,
    dueAt: Instant,
    cause: z.enum(scheduledTestCauses),
    drugClasses: z.array(DrugClass).readonly().optional(),
    matrix: z.enum(matrices).optional(),
    number: z.int().optional(),
    after: z.enum(extraTestDays).optional(),
    ...reason,
  }),
  DrugTestNotCollected: z.object({ dueAt: Instant, outcome: z.enum(notCollectedOutcomes), ...reason }),
  DrugTestDisposed: z.object({
    decisionId: z.string(),
    specimenId: z.string(),
    collectedAt: Instant,
    drugClass: DrugClass,
    disposition: z.enum(dispositions),
    rule: z.string(),
    explanation: z.string(),
    rules,
    useId: z.string().optional(),
  }),
  DrugTestReviewed: z.object({
    specimenId: z.string(),
    drugClass: DrugClass,
    finding: z.enum(reviewFindings),
    ...reason,
  }),
  UseAcknowledged: z.object({ ...toldUse, ...reason }),
  UseEstablished: z.object({
    useId: z.string(),
    drugClasses: z.array(DrugClass).readonly(),
    specimenIds: z.array(z.string()).readonly(),
    told: z.array(z.object(toldUse)).readonly().optional(),
    at: Instant,
  }),
  UseWithdrawn: z.object({ useId: z.string() }),
  ConfirmationRequested: z.object({
    specimenId: z.string(),
    drugClasses: z.array(DrugClass).readonly(),
    escalatesAt: Instant,
    closesAt: Instant,
  }),
};
