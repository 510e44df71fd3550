import type { ConsentInformation, EventData, EventType } from '@stepway/pathway';
import fc from 'fast-check';
import { day, folded, recorded } from '../specs/folded.ts';
import { eventsOf, partnerOf, versionsOf, world, type Signed, type World } from '../specs/matrix.ts';
import { disclose } from './disclose.ts';
import { createPseudonyms } from './pseudonyms.ts';

// Written by hand from 42 CFR 2.13, 2.31 and the reference, not from the table of the code: of each event what it is,
// and of each field that may go out what it needs.
type Kind = ConsentInformation;
interface Expected<T extends EventType = EventType> {
  readonly type: T;
  readonly data: EventData[T];
  readonly is: Kind;
  readonly fields: Readonly<Record<string, Kind>>;
}
const row = <T extends EventType>(
  type: T,
  data: EventData[T],
  is: Kind,
  fields: Record<string, Kind>,
): Expected<T> => ({
  ...{ type, data, is, fields },
});
const sealed = { sealed: 'canary.canary.canary' };
const table: readonly Expected[] = [
  row('Admitted', { level: 'iop', attendedAt: day(0), reason: sealed }, 'level-of-care', {
    level: 'level-of-care',
    attendedAt: 'level-of-care',
  }),
  row(
    'SessionRecorded',
    {
      ...{ sessionId: 'canary', sessionType: 'group', startedAt: day(3), minutes: 90, attendance: 'attended' },
      groupId: 'canary-group',
    },
    'attendance',
    {
      ...{ sessionId: 'attendance', sessionType: 'attendance', startedAt: 'attendance' },
      ...{ minutes: 'attendance', attendance: 'attendance' },
    },
  ),
  row(
    'TransitionStarted',
    {
      ...{ transitionId: 'canary', kind: 'step-up', from: 'iop', to: 'residential', handOffDueAt: day(4) },
      ...{ grounds: ['canary'], reasonCode: 'clinical-judgement', reason: sealed },
    },
    'level-of-care',
    {
      ...{ transitionId: 'level-of-care', kind: 'level-of-care', from: 'level-of-care', to: 'level-of-care' },
      ...{ handOffDueAt: 'appointments-and-hand-offs', reasonCode: 'whole-record' },
    },
  ),
  row(
    'DrugTestDisposed',
    {
      ...{ decisionId: 'canary', specimenId: 'canary', collectedAt: day(2), drugClass: 'cocaine' },
      ...{ disposition: 'unexpected-use', rule: 'canary', explanation: 'canary', rules: [] },
    },
    'drug-test-results',
    {
      ...{ specimenId: 'drug-test-results', collectedAt: 'drug-test-results' },
      ...{ drugClass: 'drug-test-results', disposition: 'drug-test-results' },
    },
  ),
  row('MedicationEnded', { medicationId: 'canary', at: day(3), reason: sealed }, 'medications', {
    medicationId: 'medications',
    at: 'medications',
  }),
  row('LeaveStarted', { leaveId: 'canary', kind: 'jail', at: day(3), reason: sealed }, 'attendance', {
    leaveId: 'attendance',
    at: 'attendance',
    kind: 'whole-record',
  }),
  row(
    'CrisisRaised',
    { crisisId: 'canary', kind: 'overdose', actions: [], encounterId: 'canary' },
    'crisis-and-safety',
    {
      ...{ crisisId: 'crisis-and-safety', kind: 'crisis-and-safety', actions: 'crisis-and-safety' },
    },
  ),
  row('ReferralClosed', { at: day(3), reasonCode: 'went-elsewhere', reason: sealed }, 'discharge', {
    at: 'discharge',
    reasonCode: 'discharge',
  }),
];
const never: readonly EventType[] = ['DeathRecorded', 'UseAcknowledged', 'OutreachRecorded', 'PregnancyRecorded'];

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

/** The versions in force on the day of asking, one of each consent. */
function inForce({ consents, dischargedOn = 99, at }: World): readonly Signed[] {
  return consents.flatMap(({ versions, end }) => {
    const all = versionsOf(versions);
    // A withdrawal takes back the version signed last; a revocation or the end of treatment ends the consent.
    const left = end.how === 'withdrawn' ? all.slice(0, -1) : all;
    const signed = left.findLast((version) => version.signedAt <= at);
    if (signed === undefined) return [];
    const lastLeft = left.at(-1);
    const endsWithTreatment = lastLeft?.expires.on === 'end-of-treatment' && at >= dischargedOn;
    const revoked = end.how === 'revoked' && at >= end.day;
    const expired = signed.expires.on === 'date' && at >= signed.expires.day;
    return endsWithTreatment || revoked || expired ? [] : [signed];
  });
}

const pseudonyms = createPseudonyms(Buffer.alloc(32, 3));

describe('of every recipient, purpose, kind, period, version and end of a consent', () => {
  it('nothing goes out that the oracle would not tell, and everything that it would', () => {
    const told = { yes: 0, no: 0 };
    const check = fc.property(world, (one) => {
      // Asked after everything on record: a consent is judged over the journey as it stands.
      const asked = { ...one, at: Math.max(one.at, 26) };
      const partner = partnerOf(asked);
      const expected = table[asked.event % table.length];
      if (expected === undefined) throw new Error('no row');
      const { type, data, is, fields } = expected;
      const event = recorded(type, 90, day(3), data, '22222222-0000-4000-8000-000000000000');
      const answer = disclose(event, folded(eventsOf(asked)), { partner, pseudonyms }, day(asked.at));
      const asks = partner.active && partner.eventTypes.includes(type) && asked.partner.site !== 'north';
      const covering = asks ? inForce(asked).filter((version) => coversKind(version, asked, is)) : [];
      const narrowed = partner.fields?.[type];
      const allowed = covering.map((version) =>
        Object.keys(fields).filter(
          (name) =>
            name in data && narrowed?.includes(name) !== false && coversKind(version, asked, fields[name] ?? is),
        ),
      );
      const most = Math.max(...allowed.map(({ length }) => length));
      expect(answer.may).toBe(covering.length > 0);
      told[answer.may ? 'yes' : 'no'] += 1;
      if (!answer.may) return;
      const found = answer.told.fields.toSorted().join();
      expect(allowed.filter(({ length }) => length === most).map((names) => names.toSorted().join())).toContain(found);
      expect(JSON.stringify(answer.told.data)).not.toContain('canary');
    });
    fc.assert(check, { numRuns: 10_000, seed: 20_261_126 });
    expect(told.yes).toBeGreaterThan(500);
    expect(told.no).toBeGreaterThan(1_000);
  });

  it('what never goes out does not, by whatever consent', () => {
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
