import { explainedBy } from '../medications/explains.ts';
import type { EarlierUse, Person } from './facts.ts';
import { lastShown } from './rules/acknowledged-use.ts';
import type { AcknowledgedUse } from './state.ts';

/**
 * Whether use that the person tells of, without a specimen, is a new one: after admission, later than the last established
 * one of its family (rule 11), and of a class that no medication explains (rule 10 comes before it).
 */
export function isNewUse(
  { drugClass, lastUseAt }: AcknowledgedUse,
  uses: readonly EarlierUse[],
  { admittedAt, medications, programme }: Person,
): boolean {
  if (admittedAt === undefined || lastUseAt <= admittedAt) return false;
  const last = lastShown(uses, drugClass, programme);
  if (last !== undefined && lastUseAt <= last) return false;
  const asFound = { drugClass, outcome: 'positive', stage: 'definitive' } as const;
  return explainedBy([asFound], lastUseAt, medications, programme) === undefined;
}
