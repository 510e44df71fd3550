import { PartnerMessage } from '@stepway/contracts';
import type { EventData } from '@stepway/pathway';
import { consent, harbourHouse, towardsHarbourHouse } from '../specs/consents.ts';
import { day, episodeId, folded, opened, recorded } from '../specs/folded.ts';
import { consentEnds } from './consent-ends.ts';
import { disclose } from './disclose.ts';
import { toldMessage } from './message.ts';

const started = recorded('TransitionStarted', 4, day(5), {
  transitionId: `${episodeId}.t1`,
  kind: 'step-up',
  from: 'iop',
  to: 'residential',
  handOffDueAt: day(7),
  reasonCode: 'clinical-judgement',
  grounds: ['use-1'],
});
const given = (change: Partial<EventData['ConsentGiven']> = {}) => [
  ...opened(),
  recorded('ConsentGiven', 3, day(1), consent(change)),
];
const told = (events: Parameters<typeof folded>[0], at = day(6)) =>
  disclose(started, folded(events), towardsHarbourHouse, at);

describe('a move of a person who consented to their level of care', () => {
  it('is told with its levels, and without what it stands on or when the hand-off is', () => {
    const { pseudonyms } = towardsHarbourHouse;
    expect(told(given())).toEqual({
      may: true,
      told: {
        type: 'TransitionStarted',
        data: {
          transitionId: pseudonyms.reference(episodeId, `${episodeId}.t1`),
          kind: 'step-up',
          from: 'iop',
          to: 'residential',
        },
        fields: ['transitionId', 'kind', 'from', 'to'],
        consent: { consentId: 'k1', version: 1, information: ['level-of-care'], expiresAt: day(60) },
      },
    });
  });

  it('is labelled, with the notice, the consent and what it covers, and no id of ours', () => {
    const answer = told(given());
    if (!answer.may) throw new Error(answer.because);
    const towards = { ...towardsHarbourHouse, from: { deployment: 'spec', publicUrl: 'https://spec.example' } };
    const message = toldMessage({ event: started, position: 17n }, answer.told, towards);
    expect(PartnerMessage.parse(message)).toMatchObject({
      type: 'stepway.partner.transition-started.v1',
      sequence: '0000000004',
      consentscope: 'level-of-care',
      consentexpires: day(60),
      confidentiality: 'R',
      sensitivity: 'ETH',
      policy: '42CFRPart2',
    });
    expect(JSON.stringify(message)).not.toMatch(new RegExp(`${episodeId}|${started.id}|"k1"`));
  });

  it('is told by the consent that covers most of it', () => {
    const wider = consent({ consentId: 'k2', information: ['level-of-care', 'appointments-and-hand-offs'] });
    const answer = told([...given(), recorded('ConsentGiven', 4, day(2), wider)]);
    expect(answer).toMatchObject({ may: true, told: { consent: { consentId: 'k2' }, data: { handOffDueAt: day(7) } } });
  });
});

describe('nothing is told', () => {
  it('without a consent, after it was revoked, after its date, and of what it does not name', () => {
    const revoked = recorded('ConsentRevoked', 4, day(5), { consentId: 'k1', at: day(5), cause: 'revoked' });
    const untold = { may: false, because: 'no-consent' };
    expect(told(opened())).toEqual(untold);
    expect(told([...given(), revoked])).toEqual(untold);
    expect(told(given(), day(60))).toEqual(untold);
    expect(told(given({ information: ['attendance'] }))).toEqual(untold);
  });

  it('by rule of what a person must release, or by a consent that names another discloser', () => {
    expect(told(given({ kind: 'criminal-justice' })).may).toBe(false);
    expect(told(given({ discloser: 'named' })).may).toBe(false);
  });

  it('of a fact that was taken back, nor after a death', () => {
    const taken = recorded('FactWithdrawn', 5, day(6), {
      eventId: started.id,
      fact: 'SessionRecorded',
      reasonCode: 'wrong-person',
    });
    expect(told([...given(), started, taken])).toEqual({ may: false, because: 'withdrawn' });
    const died = recorded('DeathRecorded', 4, day(5), { at: day(5), cause: 'not-known' });
    expect(told([...given(), died])).toEqual({ may: false, because: 'deceased' });
  });
});

describe('the end of a consent', () => {
  const ends = (event: ReturnType<typeof recorded>, events = [...given(), event]) =>
    consentEnds(event, folded(events), harbourHouse, day(9));

  it('is told at a revocation, an expiry, and when the consent was entered in error', () => {
    const [, , asGiven] = given();
    expect(ends(recorded('ConsentRevoked', 4, day(8), { consentId: 'k1', at: day(8), cause: 'revoked' }))).toEqual([
      { consentId: 'k1', endedAt: day(8), cause: 'revoked' },
    ]);
    expect(ends(recorded('ConsentExpired', 4, day(8), { consentId: 'k1', at: day(8) }))).toEqual([
      { consentId: 'k1', endedAt: day(8), cause: 'expired' },
    ]);
    const fact = { eventId: asGiven?.id ?? '', fact: 'ConsentGiven', reasonCode: 'entered-in-error' } as const;
    expect(ends(recorded('FactWithdrawn', 4, day(8), fact))).toEqual([
      { consentId: 'k1', endedAt: day(8), cause: 'withdrawn' },
    ]);
  });

  it('is told at the end of treatment where it ends with it, and when a later version names somebody else', () => {
    const discharged = recorded('EpisodeDischarged', 4, day(8), {
      at: day(8),
      reasonCode: 'completed',
      againstAdvice: false,
    });
    const untilThen = given({ expires: { on: 'event', event: 'end-of-treatment' } });
    expect(ends(discharged, [...untilThen, discharged])).toEqual([
      { consentId: 'k1', endedAt: day(8), cause: 'end-of-treatment' },
    ]);
    expect(ends(discharged)).toEqual([]);
    const other = consent({ version: 2, signedAt: day(8), recipients: [{ recipientId: 'another-house' }] });
    expect(ends(recorded('ConsentGiven', 4, day(8), other))).toEqual([
      { consentId: 'k1', endedAt: day(8), cause: 'replaced' },
    ]);
  });
});
