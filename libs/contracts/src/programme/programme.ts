import { drugClasses, goalDomains, matrices, roles, sessionTypes, type Programme } from '@stepway/pathway';
import { z } from 'zod';
import { same, type Same } from '../same-type.ts';
import { Code } from '../scalars.ts';

const days = z.number().nonnegative();
const hours = z.number().positive();
const DrugClass = z.enum(drugClasses);
const Mode = z.enum(['automatic', 'propose', 'review-only']);
const WeeklyHours = z.strictObject({ minimum: hours.optional(), maximum: hours.optional() });

const Level = z.strictObject({
  id: Code,
  title: z.string().min(1),
  kind: z.enum(['withdrawal-management', 'residential', 'intensive-outpatient', 'outpatient', 'aftercare']),
  asam: z.array(z.strictObject({ edition: z.union([z.literal(3), z.literal(4)]), code: z.string().min(1) })).readonly(),
  rank: z.int().positive(),
  hoursPerWeek: z.strictObject({ adult: WeeklyHours, adolescent: WeeklyHours }),
  stayDays: z.strictObject({ minimum: days, review: days }),
  stepUpTo: Code.optional(),
  stepUpCondition: z.literal('withdrawal-risk').optional(),
  stepDownTo: Code.optional(),
  lookBackDays: days,
  handOffHoursAfter: hours,
  handOffTargetHoursAfter: hours.optional(),
  handOffHoursTo: z.record(Code, hours).optional(),
  goalTemplate: z.array(z.enum(goalDomains)).readonly(),
  capacity: z.int().positive().optional(),
});

const DrugTestingRules = z.strictObject({
  generalKnowledge: z
    .array(z.enum(['windowDaysByMatrix']))
    .readonly()
    .optional(),
  windowDaysByMatrix: z.partialRecord(z.enum(matrices), days),
  analyteWindows: z
    .array(
      z.strictObject({
        drugClass: DrugClass,
        analytes: z.array(z.string()).min(1).readonly(),
        matrix: z.enum(matrices),
        baseline: days,
        residual: days,
        generalKnowledge: z.boolean().optional(),
      }),
    )
    .readonly(),
  neverEstablishUse: z.array(z.enum(matrices)).readonly(),
  validity: z.strictObject({
    dilute: z.strictObject({ creatinineBelowMgDl: z.number().positive(), specificGravityBelow: z.number().positive() }),
    substituted: z.strictObject({
      creatinineBelowMgDl: z.number().positive(),
      specificGravityAtMost: z.number().positive(),
      specificGravityAtLeast: z.number().positive(),
    }),
    adulterated: z.strictObject({ phBelow: z.number().positive(), phAtLeast: z.number().positive() }),
  }),
  repeatedDilute: z.strictObject({ times: z.int().positive(), withinDays: days }),
  presumptiveNegativesHoursApart: hours,
  clearedBeforeAdmissionDays: days,
  presenceExpectedAfterHours: hours,
  rise: z.strictObject({
    drugClasses: z.array(DrugClass).readonly(),
    ratio: z.number().positive(),
    minimumDays: days,
    maximumDays: days,
  }),
  overdoseCheck: z.strictObject({
    always: z.array(DrugClass).readonly(),
    besideOpioids: z.array(DrugClass).readonly(),
  }),
});

const shape = z.strictObject({
  id: Code,
  version: z.int().positive(),
  title: z.string().min(1),
  ladder: z.array(Code).min(1).readonly(),
  levels: z.record(Code, Level),
  stepUp: z.strictObject({
    mode: Mode,
    byClass: z.partialRecord(DrugClass, Mode),
    threshold: z.strictObject({ uses: z.int().positive(), withinDays: days }),
    handOffHours: hours,
    urgentHandOffHours: hours,
    urgentClasses: z.array(DrugClass).readonly(),
    proposalHours: hours,
    atDeadline: z.enum(['escalate', 'apply', 'lapse']),
    lateReportDays: days,
    fromAftercareTo: Code,
  }),
  stepDown: z.strictObject({
    mode: z.enum(['automatic', 'confirm']),
    whenUnknown: z.enum(['pass', 'fail']),
    proposalHours: hours,
  }),
  confirmation: z.strictObject({
    notRequiredFor: z.array(DrugClass).readonly(),
    escalateAfterDays: days,
    closeAfterDays: days,
  }),
  deadlines: z.strictObject({
    reviewHours: hours,
    recollectHours: hours,
    recollectSameDayHours: hours,
    retestHours: hours,
    sameDayHours: hours,
    graceHours: hours,
    newAppointmentHours: z.strictObject({ urgent: hours, other: hours }),
  }),
  holdMaximumDays: days,
  uses: z.strictObject({ mergeWithinHours: hours }),
  drugTesting: DrugTestingRules,
  windows: z.partialRecord(
    DrugClass,
    z.strictObject({
      typical: days,
      chronic: days,
      unknown: z.strictObject({ baseline: days, residual: days }),
      generalKnowledge: z
        .array(z.enum(['typical', 'chronic']))
        .readonly()
        .optional(),
    }),
  ),
  families: z.partialRecord(DrugClass, DrugClass),
  formulary: z.record(
    Code,
    z.strictObject({
      code: Code,
      title: z.string().min(1),
      explains: z.array(DrugClass).readonly(),
      analytes: z.array(z.string()).readonly(),
      doesNotExplain: z.array(z.string()).readonly(),
      presence: z.enum(['yes', 'no', 'definitive-only']),
      tailDays: days,
      needsAnalyte: z.boolean().optional(),
      needsReview: z.boolean().optional(),
      source: z.enum(['sourced', 'literature', 'general-knowledge']),
      generalKnowledge: z
        .array(z.enum(['pattern', 'tail']))
        .readonly()
        .optional(),
    }),
  ),
  moud: z.array(Code).readonly(),
  treatmentSessions: z.array(z.enum(sessionTypes)).readonly(),
  escalation: z.partialRecord(z.enum(roles), z.enum(roles)),
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
