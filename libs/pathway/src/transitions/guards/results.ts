import { addDays, localDate, startOfDay } from '../../calendar.ts';
import type { Use } from '../../drug-testing/state.ts';
import type { Active } from '../../journey.ts';
import type { Instant } from '../../time.ts';
import { unsettled } from '../unsettled.ts';
import { classesInWords } from '../words.ts';
import { met, notMet, type Guard, type GuardFacts } from './facts.ts';

/** Never unknown: what was not tested is not unsettled. */
export const noUnsettledResult: Guard = {
  rule: 'no-unsettled-result',
  waitsFor: 'a result that is not settled',
  look: ({ journey }) => {
    const results = unsettled(journey);
    const saw = results.map(
      ({ specimenId, drugClass, disposition }) =>
        `${specimenId} ${classesInWords([drugClass])}: ${waitsFor[disposition]}`,
    );
    return results.length === 0 ? met('none') : notMet(saw.join(', '));
  },
};

const waitsFor: Readonly<Record<ReturnType<typeof unsettled>[number]['disposition'], string>> = {
  pending: 'preliminary only',
  'awaiting-confirmation': 'not confirmed yet',
  'awaiting-review': 'waits for a clinician',
  'integrity-concern': 'specimen needs review',
};

/** Never unknown: a use is established or it is not. */
export const noUseInLookBack: Guard = {
  rule: 'no-use-in-look-back',
  waitsFor: 'time without unexpected use',
  look: (facts, at) => {
    const found = usesThatCount(facts.journey).filter((use) => at < lookedBackOver(use, facts));
    const saw = found.map((use) => `unexpected ${classesInWords(use.drugClasses)} at ${use.at}`).join(', ');
    const { lookBackDays } = facts.level;
    if (found.length > 0) return notMet(saw);
    return met(lookBackDays === 0 ? 'no look-back at this level' : `none in ${lookBackDays} days`);
  },
  matures: (facts) => usesThatCount(facts.journey).map((use) => lookedBackOver(use, facts)),
};

/** When the last use that counts against leaving this stay has been looked back over; undefined when there is none. */
export const usesLookedBackOver = (facts: Omit<GuardFacts, 'to'>): Instant | undefined =>
  usesThatCount(facts.journey)
    .map((use) => lookedBackOver(use, facts))
    .toSorted()
    .at(-1);

/** Uses before the present stay, and those that led to it, never count against leaving it. */
function usesThatCount({ uses, stay, completedTransitions }: Active): readonly Use[] {
  const ledHere = completedTransitions.findLast((made) => made.completedAt === stay.since)?.grounds ?? [];
  return uses.filter((use) => !use.withdrawn && use.at >= stay.since && !ledHere.includes(use.useId));
}

function lookedBackOver(use: Use, { level, calendar }: Omit<GuardFacts, 'to'>): Instant {
  return startOfDay(addDays(localDate(use.at, calendar), level.lookBackDays), calendar);
}
