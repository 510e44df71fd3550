import { goalDomains, roles, sessionTypes, type Programme } from '@stepway/pathway';
import { z } from 'zod';
import { same, type Same } from '../same-type.ts';
import { Code } from '../scalars.ts';
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
  format: z.literal(2),
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
  escalation: z.partialRecord(z.enum(roles), z.enum(roles)),
  measures: Measures,
  generalKnowledge: z.array(Pointer).readonly(),
});

same<Same<z.output<typeof shape>, Programme>>();

/** Confirmation may not be waived where a screen alone is known to mislead (pathway.md §1). */
const alwaysConfirmed = ['amphetamines', 'opioids', 'oxycodone', 'pcp', 'benzodiazepines', 'alcohol'] as const;
/** Codes that only the third edition of the ASAM Criteria has. */
const onlyThirdEdition = ['3.3', '1-WM', '2-WM', '3.2-WM', '3.7-WM', '4-WM', '0.5'] as const;

/** A programme file: what the pathway's rules need, checked against itself, each fault with its path. */
export const ProgrammeFile = shape.superRefine((programme, check) => {
  const fault = (path: (string | number)[], message: string) => check.addIssue({ code: 'custom', path, message });
  const isLevel = (id: string) => Object.hasOwn(programme.levels, id);

  programme.ladder.forEach((id, at) => {
    if (!isLevel(id)) fault(['ladder', at], `'${id}' is not a level of this programme`);
    if (programme.ladder.indexOf(id) !== at) fault(['ladder', at], `'${id}' stands on the ladder twice`);
  });
  if (!isLevel(programme.stepUp.fromAftercareTo)) fault(['stepUp', 'fromAftercareTo'], 'not a level of this programme');
  for (const [id, level] of Object.entries(programme.levels)) {
    if (level.id !== id) fault(['levels', id, 'id'], `must be '${id}', its key`);
    for (const target of ['stepUpTo', 'stepDownTo'] as const) {
      const to = level[target];
      if (to === undefined) continue;
      const other = programme.levels[to];
      if (other === undefined) fault(['levels', id, target], `'${to}' is not a level of this programme`);
      else if (target === 'stepUpTo' ? other.rank <= level.rank : other.rank >= level.rank)
        fault(['levels', id, target], `'${to}' does not give ${target === 'stepUpTo' ? 'more' : 'less'} support`);
    }
    if (level.stepUpTo === undefined && level.stepDownTo === undefined && Object.keys(programme.levels).length > 1)
      fault(['levels', id], 'no one can leave this level');
    for (const to of Object.keys(level.handOffHoursTo ?? {}))
      if (!isLevel(to)) fault(['levels', id, 'handOffHoursTo', to], 'not a level of this programme');
    for (const age of ['adult', 'adolescent'] as const) {
      const { minimum, maximum } = level.hoursPerWeek[age];
      if (minimum !== undefined && maximum !== undefined && minimum > maximum)
        fault(['levels', id, 'hoursPerWeek', age], `minimum ${minimum} is above maximum ${maximum}`);
    }
    level.asam.forEach(({ edition, code }, at) => {
      if (edition === 4 && onlyThirdEdition.some((third) => third === code))
        fault(['levels', id, 'asam', at], `'${code}' is a code of the 3rd edition`);
    });
  }
  for (const drugClass of alwaysConfirmed)
    if (programme.confirmation.notRequiredFor.includes(drugClass))
      fault(['confirmation', 'notRequiredFor'], `a positive screen for ${drugClass} always needs confirmation`);
  for (const [drugClass, window] of Object.entries(programme.windows))
    if (window && window.typical > window.chronic)
      fault(['windows', drugClass], 'the typical window is longer than the chronic one');
  for (const [code, entry] of Object.entries(programme.formulary))
    if (entry.code !== code) fault(['formulary', code, 'code'], `must be '${code}', its key`);
  programme.moud.forEach((code, at) => {
    if (!Object.hasOwn(programme.formulary, code)) fault(['moud', at], `'${code}' is not in the formulary`);
  });
});
