import { day, inCareAt } from '../specs/commands.ts';
import { given, givenWith } from '../specs/given.ts';
import { happened } from '../specs/moves.ts';
import { consented, revoked } from '../specs/safety.ts';
import { newYork } from '../specs/standard-four.ts';
import { plusMinutes } from '../time.ts';
import { notCombinable } from './elements.ts';
import { missingSignatures } from './signatures.ts';
import { consentInformation, consentKinds, consentPurposes, type ConsentKind } from './vocabulary.ts';

type Fields = Parameters<typeof consented>[1];
const inIop = inCareAt('iop');
const monitored = {
  kind: 'criminal-justice',
  purposes: ['criminal-justice-monitoring'],
  information: ['attendance'],
} as const;
const refused = (fields: Fields) => given(inIop).when(consented(day(1), fields)).rejection;

describe('a consent told once more under its signature', () => {
  const first: Fields = { intermediaryId: 'hie-1', signatures: [{ who: 'patient' }, { who: 'parent-or-guardian' }] };
  it.each<[string, Fields]>([
    ['recipient', { recipients: [{ recipientId: 'shelter-2' }] }],
    ['class of recipients', { recipients: [{ class: 'housing-provider' }] }],
    ['intermediary', { intermediaryId: 'hie-2' }],
    ['discloser', { discloser: 'programmes-that-treat-the-patient' }],
    ['purpose', { purposes: ['employment'] }],
    ['information', { information: ['attendance'] }],
    ['statement', { statements: ['right-to-revoke'] }],
    ['end', { expires: { on: 'date', at: day(91) } }],
    ['signer', { signatures: [{ who: 'patient' }] }],
    ['kind', { kind: 'criminal-justice' }],
  ])('with another %s contradicts it', (_, other) => {
    const { rejection } = given(inIop, consented(day(1), first)).when(consented(day(1), { ...first, ...other }));
    expect(rejection).toEqual({ type: 'ConsentConflict', consentId: 'k1' });
  });

  it('with other sealed words, or none, is known', () => {
    const sealed = { sealed: 'k.n.other' };
    given(inIop, consented(day(1), first))
      .when(
        consented(day(1), {
          ...first,
          description: sealed,
          recipients: [{ recipientId: 'shelter-1', name: sealed }],
          signatures: [{ who: 'patient', name: sealed }, { who: 'parent-or-guardian' }],
        }),
      )
      .thenNothing();
  });
});

describe('consents of one person', () => {
  it('are told apart by their id: another one is no version of the first', () => {
    const { journey } = given(inIop, consented(day(1)))
      .when(consented(day(2), { consentId: 'k2' }), consented(day(3)))
      .thenIncludes(
        happened('ConsentGiven', { consentId: 'k2', version: 1 }),
        happened('ConsentGiven', { consentId: 'k1', version: 2 }),
      );
    expect(journey.consents.map(({ consentId, versions }) => [consentId, versions.map((one) => one.signedAt)])).toEqual(
      [
        ['k2', [day(2)]],
        ['k1', [day(1), day(3)]],
      ],
    );
  });

  it('end one by one', () => {
    const { journey } = given(inIop, consented(day(1)), consented(day(1), { consentId: 'k2' })).when(
      revoked(day(5), { consentId: 'k2' }),
    );
    expect(journey.consents.map(({ consentId, ended }) => [consentId, ended?.cause, ended?.at])).toEqual([
      ['k1', undefined, undefined],
      ['k2', 'revoked', day(5)],
    ]);
  });
});

describe('a consent is refused', () => {
  const ends = (field: string) => ({ type: 'EndsBeforeItBegins', field });
  it.each<[string, Fields, object | undefined]>([
    ['that ends with its signature', { expires: { on: 'date', at: day(1) } }, ends('expires.at')],
    ['but not a minute later', { expires: { on: 'date', at: plusMinutes(day(1), 1) } }, undefined],
    ['but not without a date', { expires: { on: 'event', event: 'end-of-proceeding' } }, undefined],
    ['that may be revoked from its signature', { ...monitored, revocableFrom: day(1) }, ends('revocableFrom')],
    ['but not a minute later', { ...monitored, revocableFrom: plusMinutes(day(1), 1) }, undefined],
    [
      'that lacks what the law asks for',
      { purposes: [], statements: [] },
      { type: 'ConsentIncomplete', consentId: 'k1', missing: ['purposes', 'right-to-revoke'] },
    ],
    [
      'without the name of who discloses',
      { discloser: 'named' },
      { type: 'ConsentIncomplete', consentId: 'k1', missing: ['discloser-name'] },
    ],
    ['but not with it', { discloser: 'named', discloserName: { sealed: 'k.n.d' } }, undefined],
    [
      'without a signature of the patient',
      { signatures: [] },
      { type: 'ConsentSignatureMissing', consentId: 'k1', needs: ['patient'] },
    ],
    [
      'for two recipients at once',
      { recipients: [{ recipientId: 'a' }, { recipientId: 'b' }] },
      { type: 'ConsentNotCombinable', consentId: 'k1', field: 'recipients' },
    ],
    [
      'but not for two who receive it through an intermediary',
      { recipients: [{ recipientId: 'a' }, { recipientId: 'b' }], intermediaryId: 'hie-1' },
      undefined,
    ],
    [
      'but not for two courts that monitor',
      { ...monitored, recipients: [{ recipientId: 'a' }, { recipientId: 'b' }] },
      undefined,
    ],
    [
      'with a bar to its revocation for anything but monitoring',
      { revocableFrom: day(30) },
      { type: 'ConsentNotCombinable', consentId: 'k1', field: 'revocableFrom' },
    ],
  ])('%s', (_, fields, rejection) => {
    expect(refused(fields)).toEqual(rejection);
  });

  it('that was signed before the version that stands', () => {
    expect(
      given(inIop, consented(day(5))).when(consented(day(6), { signedAt: plusMinutes(day(5), -1) })).rejection,
    ).toEqual({ type: 'ConsentConflict', consentId: 'k1' });
  });
});

describe('what may stand in one consent (42 CFR 2.31)', () => {
  const allowed = (kind: ConsentKind, fields: Fields) => {
    const { type: _t, commandId: _c, actor: _a, occurredAt: _o, ...consent } = consented(day(1), { kind, ...fields });
    return notCombinable(consent);
  };
  const tpo = ['treatment', 'payment', 'operations'];
  const notLaw = consentPurposes.filter((one) => one !== 'legal-proceeding' && one !== 'criminal-justice-monitoring');
  const notNotes = consentInformation.filter((one) => one !== 'counselling-notes');

  it.each<[ConsentKind, readonly string[], readonly string[]]>([
    ['tpo', tpo, notNotes],
    ['single-recipient', notLaw, notNotes],
    [
      'criminal-justice',
      ['criminal-justice-monitoring'],
      ['attendance', 'level-of-care', 'drug-test-results', 'discharge'],
    ],
    ['legal-proceedings', ['legal-proceeding'], notNotes],
    ['counselling-notes', notLaw, ['counselling-notes']],
  ])('of the kind %s, is what the law lets stand together', (kind, purposes, information) => {
    const fieldOf = (fields: Fields) => allowed(kind, { purposes: [], information: [], ...fields });
    expect(consentPurposes.filter((one) => fieldOf({ purposes: [one] }) === undefined)).toEqual(purposes);
    expect(consentInformation.filter((one) => fieldOf({ information: [one] }) === undefined)).toEqual(information);
    for (const one of consentPurposes.filter((purpose) => !purposes.includes(purpose)))
      expect(fieldOf({ purposes: [one] })).toBe('purposes');
    for (const one of consentInformation.filter((what) => !information.includes(what)))
      expect(fieldOf({ information: [one] })).toBe('information');
  });

  it('has a rule for each kind', () => {
    expect(consentKinds.map((kind) => allowed(kind, { purposes: [], information: [] }))).toEqual(
      consentKinds.map(() => undefined),
    );
  });
});

describe('the age at which consent is theirs alone', () => {
  const from16 = { ...newYork, minors: { mayConsentFromYears: 16, parentalConsent: 'required' } } as const;
  // 16 on 5 May 2026, which begins at 4 in the morning of UTC.
  const young = { ageGroup: 'adolescent', turns18On: '2028-05-05' } as const;
  it.each([
    ['2026-05-05T04:00:00.000Z', []],
    ['2026-05-05T03:59:59.999Z', ['parent-or-guardian']],
  ])('begins with the birthday of the site: %s', (at, needs) => {
    expect(missingSignatures([{ who: 'patient' }], young, at, from16)).toEqual(needs);
    givenWith({ calendar: from16 }, inIop)
      .when(consented(day(1)))
      .thenIncludes(happened('ConsentGiven'));
  });
});
