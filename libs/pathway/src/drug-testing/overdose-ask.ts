import type { OpenedJourney } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import type { Ask } from '../tasks/ask.ts';
import type { Instant } from '../time.ts';
import { asksForOverdoseCheck, showedUseActedOn, toldUseAsks } from './overdose.ts';
import { ask, lastRecordedAt, newestOf } from './specimen-asks.ts';

/** Something that asks for an overdose check, with when it became known last. */
interface Reason {
  readonly knownAt: Instant;
  readonly ask: Ask;
}

/** One check covers the person: what became known last asks for it afresh, in place of the older ones (pathway §4). */
export function overdoseAsk(journey: OpenedJourney, programme: Programme): readonly Ask[] {
  const afterUse = showedUseActedOn(journey);
  const within = programme.deadlines.sameDayHours;
  const newestSpecimen = newestOf(
    journey.specimens.filter((specimen) => afterUse(specimen) || asksForOverdoseCheck(specimen, journey, programme)),
  );
  const shown: readonly Reason[] = newestSpecimen
    ? [
        {
          knownAt: lastRecordedAt(newestSpecimen),
          ask: ask('overdose-check', 'nurse', newestSpecimen, within, newestSpecimen.recordedAt),
        },
      ]
    : [];
  const told = journey.acknowledgedUses
    .filter(toldUseAsks(journey, programme))
    .map(({ drugClass, lastUseAt, recordedAt, eventId }): Reason => {
      const about = { kind: 'overdose-check', role: 'nurse', subject: `told.${drugClass}.${lastUseAt}` } as const;
      return { knownAt: recordedAt, ask: { ...about, withinHours: within, since: recordedAt, causedBy: eventId } };
    });
  const newest = [...shown, ...told].reduce<Reason | undefined>(
    (last, one) => (last === undefined || one.knownAt >= last.knownAt ? one : last),
    undefined,
  );
  return newest ? [newest.ask] : [];
}
