import { goalDomains, roles, sessionTypes, type Programme } from '@stepway/pathway';
import { z } from 'zod';
import { same, type Same } from '../same-type.ts';
import { Code } from '../scalars.ts';
import { checks } from './checks/checks.ts';
import { DetectionWindow, DrugTestingRules, FormularyEntry } from './drug-testing.ts';
import { days, DrugClass, hours, Pointer } from './figures.ts';
import {
  AdolescentRules,
  CrisisRules,
  Deadlines,
  DischargeRules,
  FollowUpRules,
  Measures,
  MedicationRules,
  WaitingListRules,
} from './follow-through.ts';
import { Level } from './level.ts';
import { Assessments, ConfirmationRules, StepDownRules, StepUpRules } from './moves.ts';

const shape = z.strictObject({
  id: Code,
  version: z.int().positive(),
  format: z.literal(2, 'must be 2; a file of the first format is read only beside a later version of its programme'),
  title: z.string().min(1),
  ladder: z.array(Code).min(1).readonly(),
  levels: z.record(Code, Level),
  assessments: Assessments,
  stepUp: StepUpRules,
  stepDown: StepDownRules,
  confirmation: ConfirmationRules,
  deadlines: Deadlines,
  holdMaximumDays: days,
  crisis: CrisisRules,
  waitingList: WaitingListRules,
  discharge: DischargeRules,
  followUp: FollowUpRules,
  adolescents: AdolescentRules,
  attendance: z.strictObject({ weeksBelowMinimum: z.int().positive() }),
  consents: z.strictObject({ expiryNoticeDays: days }),
  uses: z.strictObject({ mergeWithinHours: hours }),
  drugTesting: DrugTestingRules,
  windows: z.partialRecord(DrugClass, DetectionWindow),
  families: z.partialRecord(DrugClass, DrugClass),
  formulary: z.record(Code, FormularyEntry),
  moud: z.array(Code).readonly(),
  medications: MedicationRules,
  treatmentSessions: z.array(z.enum(sessionTypes)).readonly(),
  goalSuggestions: z.partialRecord(z.enum(goalDomains), z.array(z.string().min(1)).readonly()),
  tasks: z.strictObject({ escalateAgainHours: hours, snoozeMaximumHours: hours }),
  escalation: z.partialRecord(z.enum(roles), z.enum(roles)),
  measures: Measures,
  generalKnowledge: z.array(Pointer).readonly(),
});

same<Same<z.output<typeof shape>, Programme>>();

/** A programme file: what the pathway's rules need, checked against itself, each fault with its path. */
export const ProgrammeFile = shape.superRefine((programme, context) => {
  for (const check of checks)
    check(programme, (path, message) => context.addIssue({ code: 'custom', path: [...path], message }));
});
