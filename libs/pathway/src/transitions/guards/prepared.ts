import { endOf, formularyEntryOf, isMoud, isTaken } from '../../medications/explains.ts';
import type { Medication } from '../../medications/state.ts';
import { hasSafePlace, livingSituationAt } from '../../person/living-situation.ts';
import type { Programme } from '../../programme/programme.ts';
import { waitsUntil } from '../../slots/state.ts';
import type { Instant } from '../../time.ts';
import { met, notKnown, notMet, type Guard } from './facts.ts';

/** Who goes on to a level that has people live in is safe there; else a place of their own, or housing that is one. */
export const safePlaceToLive: Guard = {
  rule: 'safe-place-to-live',
  waitsFor: 'a safe place to live',
  mayBeUnknown: true,
  look: ({ journey, to }, at) => {
    if (to.schedule.roundTheClock) return met(`lives in at ${to.title}`);
    const situation = livingSituationAt(journey, at);
    if (situation === undefined) return notKnown();
    const saw = `${situation.situation.replaceAll('-', ' ')}, recorded ${situation.at}`;
    switch (hasSafePlace(journey, at)) {
      case true:
        return met(saw);
      case false:
        return notMet(`${saw}: not safe`);
      case undefined:
        return notKnown(`${saw}: nobody asked whether it is safe`);
    }
  },
  matures: ({ journey }) => journey.livingSituations.map(({ at }) => at),
};

/**
 * The next dose of everything that is taken is arranged, where the person goes on. Leaving without it costs lives while
 * a medication for opioid use disorder is taken: there what is not known does not pass (pathway §7).
 */
export const medicationContinuity: Guard = {
  rule: 'medication-continuity',
  waitsFor: 'the next dose of the medication',
  mayBeUnknown: true,
  look: ({ journey, programme }, at) => {
    const taken = journey.medications.filter((medication) => goesOn(medication, programme, at));
    if (taken.length === 0) return met('no medication on record');
    const open = taken.filter(({ nextDose }) => nextDose === undefined || nextDose.at <= at);
    const moud = open.filter((medication) => isMoud(medication, programme));
    if (moud.length > 0) return notMet(`no next dose arranged, while taking ${titles(moud, programme)}`);
    if (open.length > 0) return notKnown(`no next dose recorded for ${titles(open, programme)}`);
    return met(`next dose ${taken.flatMap(({ nextDose }) => nextDose?.at ?? []).join(', ')}`);
  },
  matures: ({ journey }) =>
    journey.medications.flatMap((medication) =>
      [medication.from, endOf(medication) ?? [], medication.nextDose?.at ?? []].flat(),
    ),
};

/** Taken at that moment as a rule, with a dose still to come; what is taken as needed has no next dose. */
const goesOn = (medication: Medication, programme: Programme, at: Instant): boolean =>
  (medication.scheduled || isMoud(medication, programme)) && isTaken(medication, at) && endOf(medication) !== at;

const titles = (medications: readonly Medication[], programme: Programme): string =>
  medications.map((medication) => formularyEntryOf(medication, programme).title).join(', ');

/** A place at the next level is offered, and still kept for the person. */
export const receivingPlace: Guard = {
  rule: 'receiving-place',
  waitsFor: 'a place at the next level',
  mayBeUnknown: true,
  look: ({ journey, to }, at) => {
    const offered = journey.slots.filter(({ level, offeredAt }) => level === to.id && offeredAt <= at);
    const last = offered.at(-1);
    if (last === undefined) return notKnown();
    const kept = offered.findLast((slot) => slot.declinedAt === undefined && at < waitsUntil(slot));
    if (kept) return met(`place in ${to.title} from ${kept.startsAt}`);
    return notMet(
      last.declinedAt === undefined
        ? `the place in ${to.title} was kept until ${waitsUntil(last)}`
        : `the place in ${to.title} was declined ${last.declinedAt}`,
    );
  },
  matures: ({ journey }) => journey.slots.flatMap((slot) => [slot.offeredAt, waitsUntil(slot)]),
};
