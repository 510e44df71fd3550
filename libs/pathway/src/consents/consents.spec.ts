import { admitted, day, inCareAt, opened } from '../specs/commands.ts';
import { taskOpened } from '../specs/events.ts';
import { given, givenWith, timePasses } from '../specs/given.ts';
import { discharged, done, happened } from '../specs/moves.ts';
import { consented, revoked } from '../specs/safety.ts';
import { newYork } from '../specs/standard-four.ts';
import { plusDays } from '../time.ts';
import { missingSignatures } from './signatures.ts';

const inIop = inCareAt('iop');
const renew = 'episode-1.task.renew-consent.k1';
const tpo = { kind: 'tpo', purposes: ['treatment', 'payment'], information: ['whole-record'] } as const;

describe('a consent', () => {
  it('is recorded as it was signed, with its version', () => {
    given(inIop)
      .when(consented(day(1)))
      .thenIncludes(happened('ConsentGiven', { consentId: 'k1', version: 1, signedAt: day(1) }));
    given(inIop, consented(day(1)))
      .when(consented(day(5), { expires: { on: 'date', at: day(200) } }))
      .thenIncludes(happened('ConsentGiven', { version: 2 }));
  });

  it('is known when told again, and is not told otherwise under the same signature', () => {
    given(inIop, consented(day(1)))
      .when(consented(day(1), { description: { sealed: 'k.n.other' } }))
      .thenNothing();
    given(inIop, consented(day(1)))
      .when(consented(day(1), { information: ['discharge'] }))
      .thenRejects('ConsentConflict');
    given(inIop, consented(day(5)))
      .when(consented(day(6), { signedAt: day(2) }))
      .thenRejects('ConsentConflict');
  });

  it('error 27: has every element that the law asks for', () => {
    const missing = (fields: Parameters<typeof consented>[1]) => {
      const { rejection } = given(inIop)
        .when(consented(day(1), fields))
        .thenRejects('ConsentIncomplete');
      return rejection?.type === 'ConsentIncomplete' && rejection.missing;
    };
    expect(missing({ recipients: [] })).toEqual(['recipients']);
    expect(missing({ recipients: [{ name: { sealed: 'k.n.c' } }] })).toEqual(['recipients']);
    expect(missing({ recipients: [], intermediaryId: 'hie-1' })).toEqual(['intermediary-participants']);
    expect(missing({ purposes: [], information: [] })).toEqual(['purposes', 'information']);
    expect(missing({ statements: [] })).toEqual(['right-to-revoke']);
    expect(missing({ discloser: 'named' })).toEqual(['discloser-name']);
    expect(missing({ expires: { on: 'never' } })).toEqual(['expiry']);
    expect(missing({ ...tpo, statements: ['right-to-revoke'] })).toEqual(['redisclosure', 'consequences-of-refusal']);
    given(inIop)
      .when(consented(day(1), { ...tpo, expires: { on: 'never' } }))
      .thenIncludes(happened('ConsentGiven'));
  });

  it('error 27: stands alone for a legal proceeding and for counselling notes', () => {
    const refused = (fields: Parameters<typeof consented>[1]) =>
      given(inIop)
        .when(consented(day(1), fields))
        .thenRejects('ConsentNotCombinable');
    refused({ ...tpo, purposes: ['treatment', 'legal-proceeding'] });
    refused({ ...tpo, information: ['whole-record', 'counselling-notes'] });
    refused({ purposes: ['housing', 'legal-proceeding'] });
    refused({ information: ['attendance', 'counselling-notes'] });
    refused({ kind: 'legal-proceedings', purposes: ['legal-proceeding', 'treatment'] });
    refused({ kind: 'counselling-notes', purposes: ['treatment'], information: ['counselling-notes', 'attendance'] });
    refused({ recipients: [{ recipientId: 'a' }, { recipientId: 'b' }] });
    for (const alone of [
      { kind: 'legal-proceedings', purposes: ['legal-proceeding'] },
      { kind: 'counselling-notes', purposes: ['treatment'], information: ['counselling-notes'] },
    ] as const)
      given(inIop)
        .when(consented(day(1), alone))
        .thenIncludes(happened('ConsentGiven', { kind: alone.kind }));
  });

  it('error 29: for monitoring tells that somebody attends, not what is said there', () => {
    const monitored = { kind: 'criminal-justice', purposes: ['criminal-justice-monitoring'] } as const;
    given(inIop)
      .when(consented(day(1), { ...monitored, information: ['attendance', 'assessments'] }))
      .thenRejects('ConsentNotCombinable');
    const standing = [...inIop, consented(day(1), { ...monitored, revocableFrom: day(30) })];
    given(standing)
      .when(revoked(day(20)))
      .thenRejects('ConsentNotYetRevocable');
    given(standing)
      .when(revoked(day(20), { cause: 'event-came' }))
      .thenIncludes(happened('ConsentRevoked', { cause: 'event-came' }));
    given(standing)
      .when(revoked(day(30)))
      .thenIncludes(happened('ConsentRevoked'));
    given(inIop)
      .when(consented(day(1), { revocableFrom: day(30) }))
      .thenRejects('ConsentNotCombinable');
  });

  it('is dated in the past, and ends after it begins', () => {
    given(inIop)
      .when(consented(day(1), { signedAt: day(2) }))
      .thenRejects('InTheFuture');
    given(inIop)
      .when(consented(day(1), { expires: { on: 'date', at: day(1) } }))
      .thenRejects('EndsBeforeItBegins');
    given()
      .when(consented(day(1)))
      .thenRejects('EpisodeNotOpened');
  });
});

describe('a consent of a minor', () => {
  const illinois = { ...newYork, minors: { mayConsentFromYears: 12, parentalConsent: 'not-required' } } as const;
  const asNewYork = { ...newYork, minors: { parentalConsent: 'required' } } as const;
  const young = [opened({ ageGroup: 'adolescent' }), admitted('iop')];
  const byParent = { signatures: [{ who: 'parent-or-guardian' }] } as const;
  const byBoth = { signatures: [{ who: 'patient' }, { who: 'parent-or-guardian' }] } as const;

  it('error 28: is theirs alone where they may consent to treatment alone', () => {
    givenWith({ calendar: illinois }, young)
      .when(consented(day(1)))
      .thenIncludes(happened('ConsentGiven'));
    givenWith({ calendar: illinois }, young)
      .when(consented(day(1), byParent))
      .thenRejects('ConsentSignatureMissing');
  });

  it('error 28: is signed by both where a parent must consent to treatment, or where the rule is not known', () => {
    for (const calendar of [asNewYork, newYork]) {
      for (const one of [{}, byParent])
        givenWith({ calendar }, young)
          .when(consented(day(1), one))
          .thenRejects('ConsentSignatureMissing');
      givenWith({ calendar }, young)
        .when(consented(day(1), byBoth))
        .thenIncludes(happened('ConsentGiven'));
    }
  });

  it('becomes theirs at the age that the State says', () => {
    const from16 = { ...newYork, minors: { mayConsentFromYears: 16, parentalConsent: 'required' } } as const;
    const missing = (turns18On: string) =>
      missingSignatures([{ who: 'patient' }], { ageGroup: 'adolescent', turns18On }, day(1), from16);
    expect(missing('2028-05-06')).toEqual(['parent-or-guardian']);
    expect(missing('2028-05-05')).toEqual([]);
    expect(missingSignatures([{ who: 'patient' }], { ageGroup: 'adolescent' }, day(1), from16)).toEqual([
      'parent-or-guardian',
    ]);
  });

  it('is no matter of parents any more once they are adults', () => {
    given(inIop)
      .when(consented(day(1), byParent))
      .thenRejects('ConsentSignatureMissing');
    given(inIop)
      .when(consented(day(1), { signatures: [{ who: 'personal-representative' }] }))
      .thenIncludes(happened('ConsentGiven'));
  });
});

describe('the end of a consent (due: consent-expiry)', () => {
  it('comes on its date, whatever becomes of the episode', () => {
    for (const end of [[], [discharged('other', day(5))]]) {
      const { journey } = given(inIop, consented(day(1)), ...end)
        .when(timePasses(day(91)))
        .thenIncludes(happened('ConsentExpired', { consentId: 'k1', at: day(90) }));
      expect(journey.consents).toMatchObject([{ ended: { at: day(90), cause: 'expired' } }]);
    }
  });

  it('is announced 30 days before, to renew it or let it go', () => {
    given(inIop, consented(day(1)))
      .when(timePasses(day(61)))
      .thenIncludes(taskOpened('renew-consent', { role: 'coordinator', dueAt: day(90), subject: 'k1' }));
    given(inIop, consented(day(1)))
      .when(timePasses(day(59)))
      .thenLacks(taskOpened('renew-consent'));
    given(inIop)
      .when(consented(day(1), { expires: { on: 'date', at: day(15) } }))
      .thenIncludes(taskOpened('renew-consent', { dueAt: day(15) }));
  });

  it('is put off by a renewal, and announced again then', () => {
    const renewed = consented(day(70), { expires: { on: 'date', at: day(200) } });
    const { journey } = given(inIop, consented(day(1)), timePasses(day(61)))
      .when(renewed, timePasses(day(171)))
      .thenIncludes(happened('TaskCompleted', { taskId: renew }))
      .thenLacks('ConsentExpired');
    expect(journey.tasks).toContainEqual(expect.objectContaining({ taskId: renew, state: 'open', dueAt: day(200) }));
  });

  it('is let go by a person’s word, and comes all the same', () => {
    const { events } = given(inIop, consented(day(1)), timePasses(day(61)), done(renew, day(62))).when(
      timePasses(day(100)),
    );
    expect(events.map(({ type }) => type)).toEqual(['ConsentExpired']);
  });

  it('comes with a revocation, once', () => {
    given(inIop, consented(day(1)), timePasses(day(61)))
      .when(revoked(day(62)))
      .thenIncludes(happened('ConsentRevoked', { at: day(62) }), happened('TaskCancelled', { taskId: renew }));
    given(inIop, consented(day(1)), revoked(day(5)))
      .when(revoked(day(6)), timePasses(plusDays(day(90), 1)))
      .thenNothing()
      .thenLacks('ConsentExpired');
    given(inIop, consented(day(1)), revoked(day(5)))
      .when(consented(day(7)))
      .thenRejects('ConsentConflict');
    given(inIop, consented(day(5)))
      .when(revoked(day(3)))
      .thenRejects('EndsBeforeItBegins');
    given(inIop, consented(day(5)))
      .when(revoked(day(8), { toldAt: day(7) }))
      .thenRejects('InTheFuture');
    given(inIop)
      .when(revoked(day(3)))
      .thenRejects('UnknownConsent');
  });
});
