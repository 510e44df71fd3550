import { Partner, partnerEventTypes } from '@stepway/contracts';
import {
  consentInformation,
  consentKinds,
  consentPurposes,
  recipientClasses,
  type CareEvent,
  type EventData,
} from '@stepway/pathway';
import fc from 'fast-check';
import { day, opened, recorded } from './folded.ts';

const recipientIds = ['harbour-house', 'hospital-1', 'court-1'] as const;
const intermediaries = [undefined, 'exchange-1'] as const;
/** Often the few that can meet, now and then any: else hardly anything would ever be allowed. */
const likely = <T>(often: readonly T[], all: readonly T[]) =>
  fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...often) }, { weight: 1, arbitrary: fc.constantFrom(...all) });
const few = <T>(values: readonly T[], min = 1) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: min, maxLength: 3 });

/** One version as somebody signed it. */
const signed = fc.record({
  signedAt: fc.integer({ min: 1, max: 8 }),
  kind: likely(['tpo', 'single-recipient'], consentKinds),
  discloser: likely(['this-programme', 'programmes-that-treat-the-patient'], ['named']),
  recipients: fc.array(
    fc.oneof(
      fc.record({ recipientId: likely(['harbour-house'], recipientIds) }),
      fc.record({ class: fc.constantFrom(...recipientClasses) }),
    ),
    { minLength: 1, maxLength: 3 },
  ),
  intermediaryId: likely([undefined], intermediaries),
  purposes: fc.uniqueArray(likely(['housing'], consentPurposes), { minLength: 1, maxLength: 3 }),
  information: fc.uniqueArray(likely(['whole-record', 'level-of-care', 'attendance'], consentInformation), {
    minLength: 1,
    maxLength: 4,
  }),
  expires: fc.oneof(
    fc.record({ on: fc.constant('date' as const), day: fc.integer({ min: 9, max: 60 }) }),
    fc.record({ on: fc.constant('end-of-treatment' as const) }),
    fc.record({ on: fc.constant('never' as const) }),
  ),
});
export type Signed = typeof signed extends fc.Arbitrary<infer T> ? T : never;

/** What became of it. */
const end = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ how: 'none' as const, day: 99 }) },
  fc.record({
    how: fc.constantFrom('revoked' as const, 'event-came' as const, 'expired' as const, 'withdrawn' as const),
    day: fc.integer({ min: 8, max: 25 }),
  }),
);

const consentScript = fc.record({ versions: fc.array(signed, { minLength: 1, maxLength: 2 }), end });
export const world = fc.record({
  consents: fc.array(consentScript, { maxLength: 3 }),
  dischargedOn: fc.option(fc.integer({ min: 12, max: 25 }), { nil: undefined, freq: 4 }),
  diedOn: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 32 }) },
  ),
  at: fc.integer({ min: 1, max: 32 }),
  partner: fc.record({
    recipientId: likely(['harbour-house'], recipientIds),
    classes: few(recipientClasses, 0),
    intermediaryId: likely([undefined], intermediaries),
    purpose: likely(['housing'], consentPurposes),
    active: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, fc.constant(false)),
    site: fc.constantFrom('any', 'main', 'north'),
    asksFor: fc.oneof({ weight: 4, arbitrary: fc.constant(partnerEventTypes) }, few(partnerEventTypes)),
    narrowed: fc.boolean(),
  }),
  event: fc.integer({ min: 0, max: 1_000 }),
});
export type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

/** Every consent signed, what ended it, the end of treatment, a death: in the order of the days, as far as on record then. */
export function eventsOf({ consents, dischargedOn, diedOn, at }: World): readonly CareEvent[] {
  type Draft = readonly [at: number, make: (version: number) => CareEvent];
  const given = (index: number, version: number) => `11111111-0000-4000-8000-0000000000${index}${version}`;
  const drafts = consents.flatMap(({ versions, end: { how, day: on } }, index): readonly Draft[] => {
    const consentId = `k${index}`;
    const giving = versionsOf(versions).map((version, place): Draft => [
      version.signedAt,
      (number) =>
        recorded(
          'ConsentGiven',
          number,
          day(version.signedAt),
          fact(consentId, place + 1, version),
          given(index, place),
        ),
    ]);
    if (how === 'revoked' || how === 'event-came')
      giving.push([
        on,
        (number) => recorded('ConsentRevoked', number, day(on), { consentId, at: day(on), cause: how }),
      ]);
    if (how === 'expired')
      giving.push([on, (number) => recorded('ConsentExpired', number, day(on), { consentId, at: day(on) })]);
    if (how === 'withdrawn')
      giving.push([
        on,
        (number) =>
          recorded('FactWithdrawn', number, day(on), {
            eventId: given(index, versionsOf(versions).length - 1),
            fact: 'ConsentGiven',
            reasonCode: 'entered-in-error',
          }),
      ]);
    return giving;
  });
  if (dischargedOn !== undefined)
    drafts.push([
      dischargedOn,
      (number) =>
        recorded('EpisodeDischarged', number, day(dischargedOn), {
          at: day(dischargedOn),
          reasonCode: 'completed',
          againstAdvice: false,
        }),
    ]);
  if (diedOn !== undefined)
    drafts.push([
      diedOn,
      (number) => recorded('DeathRecorded', number, day(diedOn), { at: day(diedOn), cause: 'not-known' }),
    ]);
  const inOrder = drafts.filter(([on]) => on <= at).toSorted(([a], [b]) => a - b);
  return [...opened(), ...inOrder.map(([, make], index) => make(3 + index))];
}

/** A later version is signed later. */
export const versionsOf = (versions: readonly Signed[]): readonly Signed[] =>
  versions
    .toSorted((a, b) => a.signedAt - b.signedAt)
    .filter((one, index, all) => one.signedAt !== all[index - 1]?.signedAt);

function fact(consentId: string, version: number, { expires, signedAt, intermediaryId, ...rest }: Signed) {
  return {
    consentId,
    version,
    ...rest,
    ...(intermediaryId !== undefined && { intermediaryId }),
    statements: ['right-to-revoke', 'redisclosure'],
    signedAt: day(signedAt),
    signatures: [{ who: 'patient' }],
    expires:
      expires.on === 'date'
        ? { on: 'date', at: day(expires.day) }
        : expires.on === 'never'
          ? { on: 'never' }
          : { on: 'event', event: 'end-of-treatment' },
  } as EventData['ConsentGiven'];
}

export const partnerOf = ({
  partner: { recipientId, classes, intermediaryId, purpose, site, asksFor, narrowed, active },
}: World): Partner =>
  Partner.parse({
    partnerId: 'spec-partner',
    title: 'Spec',
    active,
    recipient: { recipientId, classes, ...(intermediaryId !== undefined && { intermediaryId }) },
    purpose,
    eventTypes: asksFor,
    ...(site !== 'any' && { siteIds: [site] }),
    ...(narrowed && { fields: { Admitted: ['attendedAt'], SessionRecorded: ['startedAt', 'attendance'] } }),
  });
