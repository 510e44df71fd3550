import type { BoardRow } from '@stepway/contracts';
import { dispositions, mergeReports, type Disposition, type OpenedJourney, type Specimen } from '@stepway/pathway';

/** What matters most to a person who looks at the board comes first; what is not here comes after, in the rules' order. */
const byWeight: readonly Disposition[] = [
  'unexpected-use',
  'integrity-concern',
  'awaiting-review',
  'awaiting-confirmation',
  'recollect',
  'pending',
  'unexpected-absence',
  'unexpected-pattern',
  'inconclusive',
  'residual',
  'baseline',
  'expected-prescribed',
  'negative',
];

/** The specimen collected last: which classes were positive, and the weightiest thing that it came to mean. */
export function lastScreen(journey: OpenedJourney): BoardRow['lastScreen'] {
  const last = journey.specimens.reduce<Specimen | undefined>(later, undefined);
  if (last === undefined) return null;
  const positive = mergeReports(last)
    .classes.filter(({ outcome, cancelled }) => outcome === 'positive' && !cancelled)
    .map(({ drugClass }) => drugClass);
  return { collectedAt: last.collectedAt, positive, disposition: weightiest(last) };
}

/** Of two collected at the same moment the higher id, so that any order of arrival shows the same. */
function later(known: Specimen | undefined, next: Specimen): Specimen {
  if (known === undefined || next.collectedAt > known.collectedAt) return next;
  return next.collectedAt === known.collectedAt && next.specimenId > known.specimenId ? next : known;
}

function weightiest({ judgements }: Specimen): Disposition {
  const found = new Set(Object.values(judgements).map(({ disposition }) => disposition));
  return [...byWeight, ...dispositions].find((disposition) => found.has(disposition)) ?? 'pending';
}
