import type { OpenedJourney } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import type { Ask } from '../tasks/ask.ts';
import { laterOf, type Instant } from '../time.ts';
import { answerFellAway, lastCollectedAt, seenSince } from './answered.ts';
import { overdoseAsk } from './overdose-ask.ts';
import { specimenAsks } from './specimen-asks.ts';

/**
 * All that the drug tests of a journey ask of people now. A task is opened for each, and ends when it is no
 * longer here. After discharge there is nobody to collect from; the overdose check is asked for all the same.
 */
export function asksOf(journey: OpenedJourney, programme: Programme): readonly Ask[] {
  const known = asked.get(journey);
  if (known?.programme === programme) return known.asks;
  const asks = findAsks(journey, programme);
  asked.set(journey, { programme, asks });
  return asks;
}

/** Asked for by every task of the journey: a journey never changes, so its answer is kept with it. */
const asked = new WeakMap<OpenedJourney, { readonly programme: Programme; readonly asks: readonly Ask[] }>();

function findAsks(journey: OpenedJourney, programme: Programme): readonly Ask[] {
  const check = overdoseAsk(journey, programme);
  if (journey.status === 'discharged') return check;
  const last = lastCollectedAt(journey);
  return [...check, ...specimenAsks(journey, last, programme), ...missedAsks(journey, last, programme)];
}

/** A test not collected: a call the same day, and another date for the test (pathway §4, rule 2). */
function missedAsks(journey: OpenedJourney, last: Instant, { deadlines }: Programme): readonly Ask[] {
  return journey.notCollected.flatMap(({ dueAt, recordedAt, eventId }): readonly Ask[] => {
    if (last > dueAt) return [];
    const about = { subject: dueAt, since: laterOf(recordedAt, answerFellAway(journey, dueAt)), causedBy: eventId };
    const retest: Ask = { ...about, kind: 'new-collection', role: 'nurse', withinHours: deadlines.retestHours };
    const call: Ask = { ...about, kind: 'outreach', role: 'coordinator', withinHours: deadlines.sameDayHours };
    return seenSince(journey, dueAt) ? [retest] : [call, retest];
  });
}
