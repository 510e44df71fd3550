import { eventTypes, type ConsentInformation, type EventData, type EventType } from '@stepway/pathway';
import fc from 'fast-check';
import { day, folded, recorded } from '../specs/folded.ts';
import { fullest, kindsOfInformation } from '../specs/kinds-of-information.ts';
import { eventsOf, partnerOf, versionsOf, world, type Signed, type World } from '../specs/matrix.ts';
import { disclose } from './disclose.ts';
import { createPseudonyms } from './pseudonyms.ts';

type Kind = ConsentInformation;
const told = new Set(kindsOfInformation.map(({ type }) => type));
const never: readonly EventType[] = eventTypes.filter((type) => !told.has(type));
const rows = kindsOfInformation.map((row) => ({ ...row, data: fullest(row.type) }));

/** Whether this version, at this day, covers this kind for the partner: nothing of `consentHolds` is used. */
function coversKind(
  version: Signed,
  { partner: { recipientId, classes, intermediaryId, purpose } }: World,
  kind: Kind,
) {
  const named = version.recipients.some((one) =>
    'recipientId' in one ? one.recipientId === recipientId : classes.includes(one.class),
  );
  const whole = version.information.includes('whole-record') && kind !== 'counselling-notes';
  return (
    named &&
    version.intermediaryId === intermediaryId &&
    version.purposes.includes(purpose) &&
    (version.information.includes(kind) || whole) &&
    (version.kind === 'tpo' || version.kind === 'single-recipient') &&
    version.discloser !== 'named'
  );
}

/** The versions in force on the day of asking, one of each consent, as far as it is on record by then. */
function inForce({ consents, dischargedOn = 99, at }: World): readonly Signed[] {
  return consents.flatMap(({ versions, end }) => {
    const all = versionsOf(versions).filter(({ signedAt }) => signedAt <= at);
    // A withdrawal takes back the version signed last; what ends a consent ends all versions of it.
    const left = end.how === 'withdrawn' && at >= end.day ? all.slice(0, -1) : all;
    const signed = left.at(-1);
    if (signed === undefined) return [];
    const endsWithTreatment = signed.expires.on === 'end-of-treatment' && at >= dischargedOn;
    const isEnded = ['revoked', 'event-came', 'expired'].includes(end.how) && at >= end.day;
    const expired = signed.expires.on === 'date' && at >= signed.expires.day;
    return endsWithTreatment || isEnded || expired ? [] : [signed];
  });
}

const pseudonyms = createPseudonyms(Buffer.alloc(32, 3));

describe('of every recipient, purpose, kind, period, version and end of a consent', () => {
  it('nothing of any event goes out that the oracle would not tell, and everything that it would', () => {
    const allowedOf = new Map<EventType, number>();
    const untold = { ofTheLiving: 0, afterADeath: 0 };
    const check = fc.property(world, (asked) => {
      const partner = partnerOf(asked);
      const expected = rows[asked.event % rows.length];
      if (expected === undefined) throw new Error('no row');
      const { type, data, is, fields } = expected;
      const event = recorded(type, 90, day(3), data, '22222222-0000-4000-8000-000000000000');
      const answer = disclose(event, folded(eventsOf(asked)), { partner, pseudonyms }, day(asked.at));
      const about = type === 'FactWithdrawn' ? 'SessionRecorded' : type;
      const hasDied = asked.diedOn !== undefined && asked.at >= asked.diedOn;
      const asks = partner.active && partner.eventTypes.includes(about) && asked.partner.site !== 'north' && !hasDied;
      const covering = asks ? inForce(asked).filter((version) => coversKind(version, asked, is)) : [];
      const narrowed = partner.fields?.[type];
      const allowed = covering.map((version) =>
        Object.keys(fields).filter(
          (name) =>
            name in data && narrowed?.includes(name) !== false && coversKind(version, asked, fields[name] ?? is),
        ),
      );
      const most = Math.max(...allowed.map(({ length }) => length));
      expect([type, answer.may]).toEqual([type, covering.length > 0]);
      if (!answer.may) {
        untold[hasDied ? 'afterADeath' : 'ofTheLiving'] += 1;
        return;
      }
      allowedOf.set(type, (allowedOf.get(type) ?? 0) + 1);
      const found = answer.told.fields.toSorted().join();
      expect(allowed.filter(({ length }) => length === most).map((names) => names.toSorted().join())).toContain(found);
      expect(JSON.stringify(answer.told.data)).not.toContain('canary');
    });
    fc.assert(check, { numRuns: 20_000, seed: 20_261_126 });
    // Each was allowed often enough to say something.
    expect(rows.filter(({ type }) => (allowedOf.get(type) ?? 0) < 10).map(({ type }) => type)).toEqual([]);
    expect(untold.ofTheLiving).toBeGreaterThan(5_000);
    expect(untold.afterADeath).toBeGreaterThan(1_000);
  });

  it('what never goes out does not, by whatever consent', () => {
    expect(never).toEqual(expect.arrayContaining(['DeathRecorded', 'UseAcknowledged', 'ConsentGiven', 'TaskOpened']));
    const check = fc.property(world, (one) => {
      const partner = partnerOf({ ...one, partner: { ...one.partner, active: true } });
      for (const type of never) {
        const event = recorded(type, 90, day(3), {} as EventData[typeof type]);
        expect(disclose(event, folded(eventsOf(one)), { partner, pseudonyms }, day(one.at)).may).toBe(false);
      }
    });
    fc.assert(check, { numRuns: 300 });
  });
});
