import { outstanding } from '../advance.ts';
import { day, inCareAt } from '../specs/commands.ts';
import { taskOpened } from '../specs/events.ts';
import { given, Lived, timePasses, type Step } from '../specs/given.ts';
import { discharged, done, happened } from '../specs/moves.ts';
import { consented, revoked } from '../specs/safety.ts';
import { idOf, withdrawn } from '../specs/withdrawn-facts.ts';
import { plusMinutes } from '../time.ts';
import { consentHolds } from './consent-holds.ts';
import type { RecipientClass } from './vocabulary.ts';

const inIop = inCareAt('iop');
const renew = 'episode-1.task.renew-consent.k1';
const monitored = {
  kind: 'criminal-justice',
  purposes: ['criminal-justice-monitoring'],
  information: ['attendance'],
} as const;
const endedAfter = (...steps: readonly (Step | readonly Step[])[]) =>
  given(inIop, ...steps).when().journey.consents[0]?.ended;

describe('a consent that is revoked', () => {
  it('ends at the moment of the word, not of its record', () => {
    const { events, journey } = given(inIop, consented(day(1))).when(revoked(day(5), { toldAt: day(6) }));
    expect(journey.consents[0]?.ended).toEqual({
      at: day(5),
      cause: 'revoked',
      eventId: idOf('ConsentRevoked', events),
    });
  });

  it.each([
    ['before it was signed', plusMinutes(day(5), -1), { type: 'EndsBeforeItBegins', field: 'at' }],
    ['with its signature', day(5), undefined],
  ])('%s', (_, at, rejection) => {
    expect(given(inIop, consented(day(5))).when(revoked(at, { toldAt: day(6) })).rejection).toEqual(rejection);
  });

  it.each([
    ['before that day', plusMinutes(day(30), -1), { type: 'ConsentNotYetRevocable', consentId: 'k1', from: day(30) }],
    ['on that day', day(30), undefined],
  ])('where monitoring bars it until a day: %s', (_, at, rejection) => {
    expect(
      given(inIop, consented(day(1), { ...monitored, revocableFrom: day(30) })).when(revoked(at)).rejection,
    ).toEqual(rejection);
  });

  it('where monitoring bars nothing, at any time', () => {
    given(inIop, consented(day(1), monitored))
      .when(revoked(day(2)))
      .thenIncludes(happened('ConsentRevoked'));
  });

  it('is one of those that are known', () => {
    expect(given(inIop, consented(day(1))).when(revoked(day(2), { consentId: 'k2' })).rejection).toEqual({
      type: 'UnknownConsent',
      consentId: 'k2',
    });
  });
});

describe('with the end of the episode', () => {
  it.each([
    ['until the end of treatment', { on: 'event', event: 'end-of-treatment' }, 'end-of-treatment'],
    ['until the end of supervision', { on: 'event', event: 'end-of-supervision' }, undefined],
    ['until a day', { on: 'date', at: day(90) }, undefined],
  ] as const)('a consent %s', (_, expires, cause) => {
    expect(endedAfter(consented(day(1), { expires }), discharged('other', day(8)))?.cause).toBe(cause);
  });

  it('a consent that was revoked stays revoked', () => {
    const until = { expires: { on: 'event', event: 'end-of-treatment' } } as const;
    expect(endedAfter(consented(day(1), until), revoked(day(3)), discharged('other', day(8)))).toMatchObject({
      at: day(3),
      cause: 'revoked',
    });
  });

  it('nobody is asked to renew any more, and the task that was open ends', () => {
    given(inIop, consented(day(1)), discharged('other', day(8)))
      .when(timePasses(day(80)))
      .thenLacks(taskOpened('renew-consent'));
    given(inIop, consented(day(1)), timePasses(day(61)))
      .when(discharged('other', day(62)))
      .thenIncludes(happened('TaskCancelled', { taskId: renew }));
  });
});

describe('the notice before a consent ends', () => {
  it('is waited for, and so is the end', () => {
    const one = new Lived();
    for (const step of [...inIop, consented(day(1))]) one.step(step);
    expect(outstanding(one.journey, one.context()).filter(({ subject }) => subject === 'k1')).toEqual([
      { at: day(60), cause: 'consent-expiry', subject: 'k1' },
      { at: day(90), cause: 'consent-expiry', subject: 'k1' },
    ]);
  });

  it('comes 30 days before, to the moment, from what asked for it', () => {
    const { events } = given(inIop, consented(day(1))).when(timePasses(day(60)));
    const signed = idOf('ConsentGiven', given().when(...inIop, consented(day(1))).events);
    expect(events.filter(({ type, data }) => type === 'TaskOpened' && data.taskId === renew)).toMatchObject([
      { occurredAt: day(60), causedBy: signed, data: { role: 'coordinator', subject: 'k1', dueAt: day(90) } },
    ]);
    given(inIop, consented(day(1)))
      .when(timePasses(plusMinutes(day(60), -1)))
      .thenLacks(taskOpened('renew-consent'));
  });

  it.each([day(40), plusMinutes(day(40), -1)])('is none where it was recorded when it had ended already: %s', (at) => {
    given(inIop, timePasses(day(40)))
      .when({ ...consented(day(1), { expires: { on: 'date', at } }), occurredAt: day(40) })
      .thenIncludes(happened('ConsentExpired', { at }))
      .thenLacks(taskOpened('renew-consent'));
  });

  it('is given once for a version: let go by a person’s word, it is not given again', () => {
    const { events } = given(inIop, consented(day(1)), timePasses(day(61))).when(
      done(renew, day(62)),
      timePasses(day(89)),
    );
    expect(events.filter(({ type, data }) => type === 'TaskOpened' && data.taskId === renew)).toEqual([]);
    // Recorded so late that the notice came with it.
    const late = given(inIop).when(
      consented(day(1), { expires: { on: 'date', at: day(15) } }),
      done(renew, day(2)),
      timePasses(day(14)),
    ).events;
    expect(late.filter(({ type, data }) => type === 'TaskOpened' && data.taskId === renew)).toHaveLength(1);
  });

  it.each([
    ['later', { on: 'date', at: day(200) }, 'TaskCompleted'],
    ['never', { on: 'event', event: 'end-of-treatment' }, 'TaskCompleted'],
    ['at the same time', { on: 'date', at: day(90) }, undefined],
  ] as const)('is answered by a version that ends later or never, %s', (_, expires, type) => {
    const { events } = given(inIop, consented(day(1)), timePasses(day(61))).when(consented(day(62), { expires }));
    const answers = events.filter(({ data }) => 'taskId' in data && data.taskId === renew);
    expect(answers.map((event) => event.type)).toEqual(type === undefined ? [] : [type]);
  });

  it('is about that consent, whatever becomes of others; one entered in error asks nothing', () => {
    const two = [...inIop, consented(day(1)), consented(day(1), { consentId: 'k2' }), timePasses(day(61))];
    const open = (...steps: readonly Step[]) =>
      given(two)
        .when(...steps)
        .journey.tasks.filter(({ kind, state }) => kind === 'renew-consent' && state === 'open')
        .map(({ subject }) => subject);
    expect(open()).toEqual(['k1', 'k2']);
    expect(open(revoked(day(62), { consentId: 'k2' }))).toEqual(['k1']);
    expect(open(revoked(day(62)))).toEqual(['k2']);
    const told = idOf('ConsentGiven', given().when(...two).events);
    expect(open(withdrawn(told, day(62)))).toEqual(['k2']);
  });
});

describe('whether a consent holds', () => {
  type Given = Parameters<typeof consented>[1];
  const holds = (fields: Given, classes: readonly RecipientClass[] = ['housing-provider']) =>
    consentHolds(
      given(inIop).when(consented(day(1), fields)).journey.consents,
      { recipientId: 'shelter-1', classes },
      'housing',
      'attendance',
      day(200),
    ).holds;
  const until = { expires: { on: 'event', event: 'end-of-supervision' } } as const;

  it('goes on without a date', () => {
    expect(holds(until)).toBe(true);
    expect(holds({})).toBe(false);
  });

  it('is answered for one of several, and a class for its members alone', () => {
    const shelters = { ...until, recipients: [{ class: 'housing-provider' }] } as const;
    expect(holds(shelters)).toBe(true);
    expect(holds(shelters, ['family'])).toBe(false);
    // A named member of a class is that one, not the class.
    expect(holds({ ...until, recipients: [{ recipientId: 'other', class: 'housing-provider' }] })).toBe(false);
    const two = { intermediaryId: 'hie-1', recipients: [{ recipientId: 'other' }, { recipientId: 'shelter-1' }] };
    expect(
      consentHolds(
        given(inIop).when(consented(day(1), two)).journey.consents,
        { recipientId: 'shelter-1', classes: [], intermediaryId: 'hie-1' },
        'housing',
        'attendance',
        day(20),
      ).holds,
    ).toBe(true);
  });
});
