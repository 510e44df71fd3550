import { day, definitive, inCareAt } from '../specs/commands.ts';
import { given, type Step } from '../specs/given.ts';
import { discharged } from '../specs/moves.ts';
import { consented, revoked } from '../specs/safety.ts';
import { plusHours } from '../time.ts';
import { consentHolds, type Recipient } from './consent-holds.ts';
import type { ConsentInformation, ConsentPurpose } from './vocabulary.ts';

const inIop = inCareAt('iop');
const shelter: Recipient = { recipientId: 'shelter-1', classes: ['housing-provider'] };
const parent: Recipient = { recipientId: 'parent-1', classes: ['parents-or-guardians', 'family'] };
const hospital: Recipient = { recipientId: 'hospital-1', classes: ['treating-providers'] };

const forAll = { kind: 'tpo', recipients: [{ class: 'treating-providers' }], purposes: ['treatment'] } as const;

/** After these steps: whether the recipient may be told this, for this purpose, at this moment. */
const asked = (
  steps: readonly Step[],
  who: Recipient,
  purpose: ConsentPurpose = 'housing',
  what: ConsentInformation = 'attendance',
  at = day(10),
) => consentHolds(given(inIop).when(...steps).journey.consents, who, purpose, what, at);

describe('error 27: a consent', () => {
  it('is no flag: it holds for its recipient, its purpose and what it names', () => {
    const steps = [consented(day(1))];
    expect(asked(steps, shelter)).toEqual({ holds: true, consentId: 'k1', version: 1, humanRelease: false });
    expect(asked(steps, hospital)).toEqual({ holds: false, because: 'other-recipient' });
    expect(asked(steps, shelter, 'treatment')).toEqual({ holds: false, because: 'other-purpose' });
    expect(asked(steps, shelter, 'housing', 'drug-test-results')).toEqual({
      holds: false,
      because: 'other-information',
    });
    expect(asked([], shelter)).toEqual({ holds: false, because: 'no-consent' });
  });

  it('holds from its signature to its end, and not a moment longer', () => {
    const at = (moment: string) => asked([consented(day(1))], shelter, 'housing', 'attendance', moment).holds;
    expect([day(0), day(1), day(89), day(90)].map(at)).toEqual([false, true, true, false]);
  });

  it('that is revoked holds for what was before, and for nothing after', () => {
    const steps = [consented(day(1)), revoked(day(20), { toldAt: day(22) })];
    const at = (moment: string) => asked(steps, shelter, 'housing', 'attendance', moment);
    expect(at(day(19))).toMatchObject({ holds: true });
    expect(at(day(20))).toEqual({ holds: false, because: 'not-in-force' });
  });

  it('in a later version holds by that one, from its signature on', () => {
    const steps = [consented(day(1)), consented(day(5), { information: ['attendance', 'discharge'] })];
    const told = (what: ConsentInformation, at: string) => asked(steps, shelter, 'housing', what, at);
    expect(told('level-of-care', day(4))).toMatchObject({ holds: true, version: 1 });
    expect(told('level-of-care', day(6))).toMatchObject({ holds: false });
    expect(told('discharge', day(6))).toMatchObject({ holds: true, version: 2 });
  });

  it('does not add up with another one', () => {
    const steps = [
      consented(day(1)),
      consented(day(1), { consentId: 'k2', purposes: ['employment'], information: ['drug-test-results'] }),
    ];
    expect(asked(steps, shelter, 'housing', 'drug-test-results').holds).toBe(false);
  });

  it('for a class of recipients holds for each of it, and the whole record holds no counselling notes', () => {
    const steps = [consented(day(1), { ...forAll, information: ['whole-record'], expires: { on: 'never' } })];
    expect(asked(steps, hospital, 'treatment', 'medications').holds).toBe(true);
    expect(asked(steps, hospital, 'treatment', 'counselling-notes').holds).toBe(false);
    expect(asked(steps, shelter, 'treatment', 'medications').holds).toBe(false);
  });

  it('through an intermediary holds for its participants, and only through it', () => {
    const through = {
      recipients: [{ recipientId: 'hospital-1' }],
      intermediaryId: 'hie-1',
      purposes: ['treatment'],
    } as const;
    const steps = [consented(day(1), through)];
    expect(asked(steps, { ...hospital, intermediaryId: 'hie-1' }, 'treatment').holds).toBe(true);
    expect(asked(steps, hospital, 'treatment').holds).toBe(false);
    expect(asked(steps, { ...shelter, intermediaryId: 'hie-1' }, 'treatment').holds).toBe(false);
    expect(asked([consented(day(1))], { ...shelter, intermediaryId: 'hie-1' }).holds).toBe(false);
  });

  it('until the end of treatment ends with the episode', () => {
    const until = { expires: { on: 'event', event: 'end-of-treatment' } } as const;
    const steps = [consented(day(1), until), discharged('other', day(8))];
    expect(asked(steps, shelter, 'housing', 'attendance', day(7)).holds).toBe(true);
    expect(asked(steps, shelter, 'housing', 'attendance', plusHours(day(8), 1)).holds).toBe(false);
  });
});

describe('error 28: a parent', () => {
  it('sees nothing without the consent of the person', () => {
    expect(asked([consented(day(1))], parent, 'family-involvement')).toMatchObject({ holds: false });
    const theirs = { recipients: [{ class: 'parents-or-guardians' }], purposes: ['family-involvement'] } as const;
    expect(asked([consented(day(1), theirs)], parent, 'family-involvement').holds).toBe(true);
  });
});

describe('error 29: a court', () => {
  const court: Recipient = { recipientId: 'court-1', classes: ['courts'] };
  const monitored = {
    kind: 'criminal-justice',
    recipients: [{ recipientId: 'court-1' }],
    purposes: ['criminal-justice-monitoring'],
    information: ['attendance'],
  } as const;

  it('is told by no rule: what a consent lets through, a person releases', () => {
    const steps = [consented(day(1), monitored)];
    expect(asked(steps, court, 'criminal-justice-monitoring')).toMatchObject({ holds: true, humanRelease: true });
    const { events } = given(inIop, steps).when(definitive([['cocaine', 'positive']]));
    expect(events.filter(({ data }) => /court|probation/.test(JSON.stringify(data)))).toEqual([]);
  });

  it('is told nothing by a consent for treatment', () => {
    const steps = [consented(day(1), { ...forAll, information: ['whole-record'] })];
    expect(asked(steps, court, 'legal-proceeding').holds).toBe(false);
  });
});
