import { askedTestCauses, notCollectedOutcomes, reviewFindings } from '@stepway/pathway';
import { z } from 'zod';
import { CallerId, Instant } from '../scalars.ts';
import { command } from './command.ts';
import { DrugClass, drugTestReportRequest } from './drug-test-report.ts';

export const drugTestBodies = {
  SetScreeningPlan: command({
    from: Instant,
    until: Instant.optional(),
    drugClasses: z.array(DrugClass).min(1).readonly(),
    negativeBy: z.enum(['specimen', 'attended-visit']).default('specimen'),
  }),
  RecordDrugTestResult: command(drugTestReportRequest),
  RecordMissedDrugTest: command({ dueAt: Instant, outcome: z.enum(notCollectedOutcomes) }),
  ScheduleDrugTest: command({
    dueAt: Instant,
    cause: z.enum(askedTestCauses),
    drugClasses: z.array(DrugClass).min(1).readonly().optional(),
  }),
  RecordAcknowledgedUse: command({ drugClass: DrugClass, lastUseAt: Instant }),
  ReviewDrugTest: command({ specimenId: CallerId, drugClass: DrugClass, finding: z.enum(reviewFindings) }),
};

export const drugTestFreeText = {};
