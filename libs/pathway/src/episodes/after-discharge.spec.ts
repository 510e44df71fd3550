import { cameBack, movedToVersion } from '../specs/after.ts';
import { continues, day, inCareAt, opened, stopsTaking, takes } from '../specs/commands.ts';
import { reachedOut } from '../specs/contact.ts';
import { taskOpened } from '../specs/events.ts';
import { given, givenWith, timePasses, type Step } from '../specs/given.ts';
import { discharged, referralClosed } from '../specs/moves.ts';
import { standardFour, withoutTestPlan } from '../specs/standard-four.ts';
import { plusHours } from '../time.ts';
import { dischargeId, presentDischarge } from './after-discharge.ts';
import type { OpenedJourney } from '../journey.ts';

const inIop = inCareAt('iop');
const taking = [...inIop, takes('buprenorphine-naloxone', { medicationId: 'm1', kind: 'moud' })];
const left = discharged('dropped-out', day(11), { againstAdvice: true });
const after = (hours: number) => plusHours(day(11), hours);
/** What was asked after the discharge, and what became of it. */
const asked = ({ tasks }: OpenedJourney) =>
  tasks
    .filter(({ kind }) => kind === 'patient-directed-contact' || kind === 'medication-bridge')
    .map(({ kind, subject, state }) => `${kind} ${subject.slice('episode-1.discharge-'.length)} ${state}`);

describe('the discharge that stands', () => {
  it('is the last one; there is none in care, after a return, or of a referral that was closed', () => {
    const [journey, closed] = [
      given(inIop, left).when().journey,
      given(opened(), referralClosed(day(-3))).when().journey,
    ];
    expect(presentDischarge(journey)).toMatchObject({ at: day(11), reasonCode: 'dropped-out' });
    expect(dischargeId(journey)).toBe('episode-1.discharge-1');
    const back = [...inIop, left, cameBack('iop', day(12))];
    expect(presentDischarge(given(back).when().journey)).toBeUndefined();
    expect(presentDischarge(closed)).toBeUndefined();
    const again = given(back, discharged('other', day(13))).when().journey;
    expect(presentDischarge(again)).toMatchObject({ at: day(13), reasonCode: 'other' });
    expect(dischargeId(again)).toBe('episode-1.discharge-2');
  });
});

describe('contact after a patient-directed discharge', () => {
  it('is owed at once, and the second from when the first was to be made; each says why', () => {
    const { events } = given(inIop).when(left, timePasses(day(20)));
    const end = events.find(({ type }) => type === 'EpisodeDischarged')?.id;
    const contacts = events.filter((event) => event.type === 'TaskOpened' && event.data.role === 'coordinator');
    expect(contacts.slice(0, 2)).toMatchObject([
      { occurredAt: day(11), causedBy: end, data: { subject: 'episode-1.discharge-1.contact-24-h', dueAt: after(24) } },
      { occurredAt: day(12), causedBy: end, data: { subject: 'episode-1.discharge-1.contact-72-h', dueAt: after(72) } },
    ]);
  });

  it.each<readonly [what: string, first: string, steps: readonly Step[]]>([
    ['is made by whoever spoke with the person at that moment', 'completed', [reachedOut(day(11), { reached: true })]],
    ['is not made by a word before it', 'open', [reachedOut(after(-1), { reached: true, toldAt: after(1) })]],
    ['is not made by a message', 'open', [reachedOut(after(1), { reached: false })]],
  ])('%s: %s', (_what, state, steps) => {
    expect(asked(given(inIop, left).when(...steps).journey)).toEqual([
      `patient-directed-contact 1.contact-24-h ${state}`,
    ]);
  });

  it('that was made before the second was asked for does not answer the second', () => {
    const spoke = reachedOut(after(3), { reached: true });
    const { journey } = given(inIop, left, spoke).when(timePasses(after(25)));
    expect(asked(journey)).toEqual([
      'patient-directed-contact 1.contact-24-h completed',
      'patient-directed-contact 1.contact-72-h open',
    ]);
    const again = reachedOut(after(24), { reached: true });
    expect(asked(given(inIop, left, spoke, timePasses(after(24))).when(again).journey)).toEqual([
      'patient-directed-contact 1.contact-24-h completed',
      'patient-directed-contact 1.contact-72-h completed',
    ]);
  });

  it('of an earlier discharge does not answer the next', () => {
    const again = discharged('other', day(13), { againstAdvice: true });
    const spoke = reachedOut(after(3), { reached: true, toldAt: day(13.5) });
    const { journey } = given(inIop, left, cameBack('iop', day(12)), again).when(spoke);
    expect(asked(journey).at(-1)).toBe('patient-directed-contact 2.contact-24-h open');
  });

  it('is asked for by the hours of the version that the journey is moved to', () => {
    const quiet = withoutTestPlan(standardFour);
    const sooner = { ...quiet, version: 3, discharge: { ...quiet.discharge, patientDirectedContactHours: [6] } };
    const { journey } = givenWith({ versions: [sooner] }, inIop, left).when(movedToVersion(sooner, after(1)));
    expect(asked(journey)).toEqual([
      'patient-directed-contact 1.contact-24-h cancelled',
      'patient-directed-contact 1.contact-6-h open',
    ]);
  });
});

describe('the next dose of who left', () => {
  const usual = discharged('dropped-out', day(11));

  it.each<readonly [when: string, before: readonly Step[]]>([
    ['is arranged for the moment of leaving only', [continues('m1', day(10), day(11))]],
    ['was arranged for before', [continues('m1', day(9), day(10))]],
    ['was not arranged', []],
  ])('is asked for where it %s', (_when, before) => {
    given(taking, ...before)
      .when(usual)
      .thenIncludes(taskOpened('medication-bridge', { subject: 'episode-1.discharge-1', dueAt: after(12) }));
  });

  it('is not asked for where it is known, when the discharge is told of, that it has ended since', () => {
    given(taking, stopsTaking('m1', day(12)))
      .when({ ...usual, occurredAt: day(13) })
      .thenLacks(taskOpened('medication-bridge'));
  });

  it('is not answered by a word with the person, and goes when the medication turns out to have ended', () => {
    const spoke = reachedOut(after(1), { reached: true });
    expect(asked(given(taking, left).when(spoke).journey)).toEqual([
      'patient-directed-contact 1.contact-24-h completed',
      'medication-bridge 1 open',
    ]);
    const ended = { ...stopsTaking('m1', day(9)), occurredAt: after(1) };
    expect(asked(given(taking, left).when(ended).journey)).toEqual([
      'patient-directed-contact 1.contact-24-h open',
      'medication-bridge 1 cancelled',
    ]);
  });

  it('is no longer asked for when the person is back, nor is contact', () => {
    expect(asked(given(taking, left).when(cameBack('iop', after(2))).journey)).toEqual([
      'patient-directed-contact 1.contact-24-h cancelled',
      'medication-bridge 1 cancelled',
    ]);
  });
});
