import type { Programme } from '@stepway/pathway';
import { z } from 'zod';

const some = z.looseObject({});
/** What the first format is taken apart by; whether it is sound is said by the schema of the second, once complete. */
const FirstFormat = z.looseObject({
  id: z.string(),
  format: z.never().optional(),
  levels: z.record(z.string(), z.looseObject({ stayDays: some })),
  stepUp: some,
  stepDown: some,
  deadlines: some,
  drugTesting: z.looseObject({ validity: z.looseObject({ adulterated: some }) }),
});

/** Left out by a level of the first format, these mean "none": nothing is filled in for them. */
const meantNone = {
  stepUpTo: undefined,
  adolescentStepUpTo: undefined,
  stepUpCondition: undefined,
  stepDownTo: undefined,
  adolescentStepDownTo: undefined,
  handOffTargetHoursAfter: undefined,
  handOffHoursTo: undefined,
  capacity: undefined,
} as const;

/**
 * A programme of the first format says fewer figures than the rules ask for by now. Its own stand; what it is silent
 * on is said by the first version of the same programme in the second format, which never changes either.
 * Anything else comes back as it is, for the schema to judge.
 */
export function completeFirstFormat(file: unknown, known: readonly Programme[]): unknown {
  const first = FirstFormat.safeParse(file);
  if (!first.success) return file;
  const own = first.data;
  const [next] = known.filter(({ id }) => id === own.id).toSorted((a, b) => a.version - b.version);
  if (next === undefined) return file;
  return {
    ...next,
    ...own,
    format: next.format,
    levels: Object.fromEntries(
      Object.entries(own.levels).map(([id, level]) => [id, completeLevel(level, next.levels[id])]),
    ),
    stepUp: { ...next.stepUp, ...own.stepUp },
    stepDown: { ...next.stepDown, ...own.stepDown },
    deadlines: { ...next.deadlines, ...own.deadlines },
    drugTesting: {
      ...next.drugTesting,
      ...own.drugTesting,
      validity: completeValidity(own.drugTesting.validity, next),
    },
  };
}

const completeLevel = (
  own: z.output<typeof FirstFormat>['levels'][string],
  next: Programme['levels'][string] | undefined,
) => (next === undefined ? own : { ...next, ...meantNone, ...own, stayDays: { ...next.stayDays, ...own.stayDays } });

const completeValidity = (
  own: z.output<typeof FirstFormat>['drugTesting']['validity'],
  { drugTesting: { validity } }: Programme,
) => ({ ...validity, ...own, adulterated: { ...validity.adulterated, ...own.adulterated } });
