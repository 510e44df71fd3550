import { daysBetween, laterOf, localDate, type Instant, type Medication, type OpenedJourney } from '@stepway/pathway';
import type { RulesContext } from '../../row-context.ts';
import { levelAt, serviceFacts, services } from '../services.ts';
import type { MeasuredCaseRow } from './table.ts';

/** A gap of so many days ends a period of medication for opioid use disorder (NCQA, POD). */
export const longestGapDays = 8;

export const caseFacts = (journey: OpenedJourney): readonly unknown[] => [
  ...[journey.externalEncounters, journey.medications, journey.stays],
  ...serviceFacts(journey),
];

/** Care in an emergency, and periods of medication for opioid use disorder: what came after each? */
export function projectCases(journey: OpenedJourney, context: RulesContext): readonly MeasuredCaseRow[] {
  const served = services(journey, context.programme);
  const rowOf = (id: string, measure: MeasuredCaseRow['measure'], at: Instant, first: Instant | undefined) => ({
    episode_id: journey.episodeId,
    case_id: id,
    site_id: journey.siteId,
    programme: journey.programme.id,
    level: levelAt(journey, at),
    measure,
    at,
    first_at: first ?? null,
  });
  const day = (at: Instant): string => localDate(at, context.calendar);
  return [
    ...journey.externalEncounters
      .filter(({ kind }) => kind === 'emergency-department' || kind === 'overdose-reversal')
      .map(({ encounterId, from, to = from }) =>
        // Unlike after a stay, a service on the same day counts (NCQA, FUA).
        rowOf(
          `e.${encounterId}`,
          'emergency',
          to,
          served.find((at) => at >= to && day(at) >= day(to)),
        ),
      ),
    ...periods(journey.medications.filter(({ kind }) => kind === 'moud')).map(({ id, from, to }) =>
      rowOf(`m.${id}`, 'medication', from, to),
    ),
  ];
}

interface Period {
  readonly id: string;
  readonly from: Instant;
  /** Absent while it goes on. */
  readonly to?: Instant | undefined;
}

/** Medications that follow each other without a gap of eight days are one period; doses missed for so long end it. */
export function periods(medications: readonly Medication[]): readonly Period[] {
  const spans = medications.flatMap(spansOf).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const joined: Period[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last === undefined || (last.to !== undefined && daysBetween(last.to, span.from) >= longestGapDays))
      joined.push(span);
    else joined[joined.length - 1] = { ...last, to: laterEnd(last.to, span.to) };
  }
  return joined;
}

const laterEnd = (one: Instant | undefined, other: Instant | undefined): Instant | undefined =>
  one === undefined || other === undefined ? undefined : laterOf(one, other);

function spansOf({ medicationId, from, to, endedAt, missedDoses = [] }: Medication): readonly Period[] {
  const end = endedAt ?? to;
  const gaps = missedDoses
    .filter((missed) => daysBetween(missed.from, missed.to) >= longestGapDays - 1)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const spans: Period[] = [];
  let begins = from;
  for (const [index, gap] of gaps.entries()) {
    if (gap.from > begins) spans.push({ id: `${medicationId}.${index}`, from: begins, to: gap.from });
    begins = laterOf(begins, gap.to);
  }
  return [...spans, { id: medicationId, from: begins, to: end }];
}
