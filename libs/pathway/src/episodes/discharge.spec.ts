import { due, outstanding } from '../advance.ts';
import type { Command } from '../commands.ts';
import {
  continues,
  day,
  definitive,
  inCareAt,
  missed,
  opened,
  presumptive,
  said,
  stopsTaking,
  takes,
} from '../specs/commands.ts';
import { cameBack } from '../specs/after.ts';
import { reachedOut } from '../specs/contact.ts';
import { taskOpened } from '../specs/events.ts';
import { given, Lived, timePasses } from '../specs/given.ts';
import {
  deathRecorded,
  discharged,
  done,
  first,
  happened,
  overrideTo,
  referralClosed,
  session,
} from '../specs/moves.ts';
import type { Task } from '../tasks/state.ts';
import { plusHours } from '../time.ts';
import type { OpenedJourney } from '../journey.ts';
import { dischargeReasons } from '../vocabulary.ts';

const inIop = inCareAt('iop');
const cocaine = definitive([['cocaine', 'positive']]);
/** The people of these specs are admitted without an assessment; that it is asked for is another matter. */
const tasksOf = ({ tasks }: OpenedJourney): readonly Task[] =>
  tasks.filter(({ kind }) => kind !== 'initial-assessment');
const open = (journey: OpenedJourney): readonly Task[] => tasksOf(journey).filter(({ state }) => state === 'open');

describe('a discharge', () => {
  it('ends the stay and the open move, and what need not be done any more', () => {
    const { journey } = given(inIop, cocaine)
      .when(discharged('dropped-out', day(11)))
      .thenIncludes(
        happened('TransitionCancelled', { transitionId: first, cause: 'discharged' }),
        happened('EpisodeDischarged', { reasonCode: 'dropped-out' }),
      );
    expect(journey).toMatchObject({ status: 'discharged', lastLevel: 'iop', stays: [{ until: day(11) }] });
    expect(journey.tasks.filter((task) => task.state === 'open')).toMatchObject([{ kind: 'overdose-check' }]);
  });

  it.each(['completed', 'dropped-out', 'transferred', 'incarcerated', 'other'] as const)(
    'error 19: ends for the reason that was said, and no other: %s',
    (reasonCode) => {
      given(inIop)
        .when(discharged(reasonCode, day(11)))
        .thenIncludes(happened('EpisodeDischarged', { reasonCode }));
    },
  );

  it('keeps the overdose check open: it is about somebody’s life', () => {
    const { journey } = given(inIop, definitive([['fentanyl', 'positive']])).when(discharged('other', day(10)));
    expect(journey.tasks.filter((task) => task.state === 'open')).toMatchObject([{ kind: 'overdose-check' }]);
  });

  it('by death ends every task', () => {
    const { journey } = given(inIop, definitive([['fentanyl', 'positive']])).when(discharged('death', day(10)));
    expect(journey.tasks.filter((task) => task.state === 'open')).toEqual([]);
  });

  it('error 15: is not "completed" from detox: a stay is not an episode', () => {
    given(inCareAt('detox'))
      .when(discharged('completed', day(5)))
      .thenRejects('DetoxIsNotAnEpisode');
  });

  it('error 15: is not what comes after detox: the hand-off is, with a deadline, and goes up when nobody was seen', () => {
    const leavesDetox = [...inCareAt('detox'), overrideTo('iop', day(3))];
    const { journey } = given(inCareAt('detox'))
      .when(overrideTo('iop', day(3)))
      .thenIncludes(happened('TransitionStarted', { from: 'detox', to: 'iop', handOffDueAt: day(10) }));
    expect(journey).toMatchObject({ status: 'active', stay: { level: 'detox' } });
    const waited = given(leavesDetox)
      .when(timePasses(day(11)))
      .thenIncludes(
        happened('TransitionEscalated', { transitionId: first, cause: 'hand-off-overdue' }),
        taskOpened('hand-off-overdue'),
      );
    expect(waited.journey).toMatchObject({ status: 'active', transition: { state: 'started' } });
  });

  it('error 19: keeps its reason apart from every other, and a death or a transfer is none of them', () => {
    const ends = dischargeReasons.filter((reason) => reason !== 'terminated-by-facility');
    for (const reasonCode of ends) {
      const { journey } = given(inIop).when(discharged(reasonCode, day(11)));
      expect(journey).toMatchObject({ reasonCode, discharges: [{ reasonCode, level: 'iop' }] });
    }
    const died = given(inIop, discharged('completed', day(11))).when(deathRecorded(day(12)));
    expect(died.journey).toMatchObject({ reasonCode: 'completed', discharges: [{ reasonCode: 'completed' }] });
    const closed = given(opened()).when(referralClosed(day(-3)));
    expect(closed.journey.discharges).toEqual([]);
  });

  it('error 19: is one for each end of care: who came back and completed has two', () => {
    const back = [discharged('dropped-out', day(11)), cameBack('iop', day(12)), discharged('completed', day(80))];
    const { journey } = given(inIop, session(day(10))).when(...back);
    expect(journey.discharges).toMatchObject([{ reasonCode: 'dropped-out' }, { reasonCode: 'completed' }]);
  });

  it('is known when told again, and stays as it was told first', () => {
    const ended = discharged('dropped-out', day(5));
    given(inIop, ended)
      .when(discharged('dropped-out', day(5)))
      .thenNothing();
    given(inIop, ended, cameBack('iop', day(8)))
      .when(discharged('dropped-out', day(5)))
      .thenNothing();
    given(inIop, ended)
      .when(discharged('other', day(6)))
      .thenRejects('EpisodeDischarged');
  });

  it('is not for a referral, which is closed', () => {
    for (const reasonCode of ['completed', 'other', 'death'] as const)
      given(opened())
        .when(discharged(reasonCode, day(-13)))
        .thenRejects('NotAdmitted');
  });

  it('does not lie before the stay, nor in the future', () => {
    given(inIop, overrideTo('residential', day(1)))
      .when({ ...discharged('other', day(-1)), occurredAt: day(2) })
      .thenRejects('EndsBeforeItBegins');
    given(inIop)
      .when({ ...discharged('other', day(3)), occurredAt: day(2) })
      .thenRejects('InTheFuture');
  });

  it('leaves no timer behind', () => {
    given(inIop, cocaine, discharged('dropped-out', day(11)))
      .when(timePasses(day(60)))
      .thenNothing();
  });
});

describe('a discharge by the programme', () => {
  const steps = { warnedAt: day(9), referral: 'done', medicationPlan: 'done', appealInformation: 'done' } as const;
  const asked = (at = day(12), fields: Parameters<typeof discharged>[2] = {}) =>
    discharged('terminated-by-facility', at, { ...said(at, 'therapist'), termination: steps, ...fields });
  const joined = (at = day(12), fields: Parameters<typeof discharged>[2] = {}) =>
    discharged('terminated-by-facility', at, { ...said(at, 'medical-director'), ...fields });
  const missedOne = session(day(8), 180, 'missed');

  it('takes two people: the first asks, and the episode goes on', () => {
    const { journey } = given(inIop)
      .when(asked())
      .thenIncludes(
        happened('TerminationRequested', { at: day(12), termination: steps, lapsesAt: day(15) }),
        taskOpened('second-person', { role: 'medical-director', dueAt: day(13) }),
      )
      .thenLacks('EpisodeDischarged');
    expect(journey.status).toBe('active');
  });

  it('is made when a second person sends the same command; what the first has said need not be said again', () => {
    const { journey } = given(inIop, asked())
      .when(joined())
      .thenIncludes(happened('EpisodeDischarged', { reasonCode: 'terminated-by-facility', termination: steps }));
    expect(open(journey)).toEqual([]);
    expect(tasksOf(journey)).toMatchObject([{ kind: 'second-person', state: 'completed' }]);
  });

  it('is not made by the same person alone: asking again is no news, other words ask anew', () => {
    given(inIop, asked()).when(asked()).thenNothing();
    const { journey } = given(inIop, asked())
      .when(asked(day(13)))
      .thenIncludes(happened('TerminationRequested', { at: day(13), lapsesAt: day(16) }))
      .thenLacks('EpisodeDischarged');
    expect(tasksOf(journey).map(({ state }) => state)).toEqual(['cancelled', 'open']);
  });

  it('is not asked for again by the same words told again, after nobody joined', () => {
    given(inIop, asked(), timePasses(day(20)))
      .when({ ...asked(), commandId: 'again' })
      .thenNothing();
  });

  it('lapses when nobody joins in time: care goes on, and a later second word is a first one', () => {
    const { journey } = given(inIop, asked())
      .when(timePasses(day(15)))
      .thenIncludes(happened('TerminationLapsed'));
    expect(open(journey)).toEqual([]);
    given(inIop, asked(), timePasses(day(15)))
      .when(joined(day(16), { termination: steps }))
      .thenIncludes(happened('TerminationRequested'))
      .thenLacks('EpisodeDischarged');
  });

  it('waits for the second person, and says why', () => {
    const one = new Lived();
    for (const step of [...inIop, asked(), timePasses(day(13.5))]) one.step(step);
    const waits = outstanding(one.journey, one.context()).filter(({ cause }) => cause === 'second-person');
    expect(waits).toMatchObject([{ at: day(15), cause: 'second-person' }]);
  });

  it('is forgotten when the episode ends otherwise', () => {
    const { journey } = given(inIop, asked())
      .when(discharged('completed', day(13)))
      .thenLacks('TerminationLapsed');
    expect(tasksOf(journey)).toMatchObject([{ kind: 'second-person', state: 'cancelled' }]);
  });

  it('needs a warning before the day, a referral, a medication plan and word of the appeal', () => {
    const refused = (termination: object) =>
      given(inIop)
        .when(asked(day(12), { termination }))
        .thenRejects('TerminationIncomplete');
    given(inIop)
      .when(asked(day(12), { termination: undefined }))
      .thenRejects('TerminationIncomplete');
    for (const step of Object.keys(steps)) refused({ ...steps, [step]: undefined });
    refused({ ...steps, warnedAt: day(12) });
    given(inIop)
      .when(asked(day(12), { termination: { ...steps, warnedAt: day(13) } }))
      .thenRejects('InTheFuture');
  });

  it('error 8: is never for use alone: refused where only tests are on record', () => {
    const refused = (...before: readonly Command[]) =>
      given(inIop, ...before)
        .when(asked())
        .thenRejects('DrugTestIsNoGroundForDischarge');
    refused(presumptive([['cocaine', 'positive']]));
    refused(cocaine);
    refused(definitive([['cocaine', 'positive']], { collectedAt: day(2) }));
    for (const other of [missedOne, missed(day(3))])
      given(inIop, presumptive([['cocaine', 'positive']]), other)
        .when(asked())
        .thenIncludes(happened('TerminationRequested'));
    given(inIop, definitive([['cocaine', 'negative']], { collectedAt: day(2) }))
      .when(asked())
      .thenIncludes(happened('TerminationRequested'));
  });

  it('error 8: is refused to the second person too, where only a test has come in between', () => {
    given(inIop, asked(), cocaine).when(joined()).thenRejects('DrugTestIsNoGroundForDischarge');
  });

  it('error 8: never stops a medication for opioid use disorder: it goes on, or the person says no', () => {
    const taking = takes('methadone', { kind: 'moud' });
    const withPlan = (medicationPlan: 'done' | 'declined' | 'not-possible') =>
      given(inIop, taking).when(asked(day(12), { termination: { ...steps, medicationPlan } }));
    withPlan('not-possible').thenRejects('TerminationIncomplete');
    withPlan('done').thenIncludes(happened('TerminationRequested'));
    withPlan('declined').thenIncludes(happened('TerminationRequested'));
    given(inIop)
      .when(asked(day(12), { termination: { ...steps, medicationPlan: 'not-possible' } }))
      .thenIncludes(happened('TerminationRequested'));
  });

  it('needs a reason, and is no machine’s to ask for', () => {
    given(inIop)
      .when(asked(day(12), { reason: undefined }))
      .thenRejects('ReasonRequired');
    given(inIop)
      .when(asked(day(12), { actor: { id: 'feed', kind: 'system', role: 'system' } }))
      .thenRejects('RoleNotAllowed');
  });
});

describe('a patient-directed discharge', () => {
  const leaving = { attemptToRetain: 'done', capacity: 'done', naloxone: 'declined' } as const;
  const left = discharged('dropped-out', day(11), { againstAdvice: true, leaving });
  const contact = (hours: number) => `episode-1.discharge-1.contact-${hours}-h`;

  it('keeps what was done before the person left', () => {
    given(inIop)
      .when(left)
      .thenIncludes(happened('EpisodeDischarged', { againstAdvice: true, leaving }));
    given(inIop)
      .when(discharged('dropped-out', day(11), { leaving }))
      .thenLacks(happened('EpisodeDischarged', { leaving }));
  });

  it('asks for contact within 24 hours, and from then within 72', () => {
    const { journey } = given(inIop)
      .when(left)
      .thenIncludes(taskOpened('patient-directed-contact', { subject: contact(24), dueAt: day(12) }));
    expect(open(journey)).toHaveLength(1);
    given(inIop, left)
      .when(timePasses(day(12)))
      .thenIncludes(taskOpened('patient-directed-contact', { subject: contact(72), dueAt: day(14) }));
  });

  it('waits for the time of the second contact, and says why', () => {
    const one = new Lived();
    for (const step of [
      ...inIop,
      left,
      done('episode-1.task.patient-directed-contact.discharge-1.contact-24-h', day(11)),
    ])
      one.step(step);
    expect(due(one.journey, one.context())).toEqual({
      at: day(12),
      cause: 'patient-directed-contact',
      subject: contact(72),
    });
  });

  it('asks for both, also when the first contact was made at once, and for no more', () => {
    const made = done(`episode-1.task.patient-directed-contact.discharge-1.contact-24-h`, day(11));
    const { journey } = given(inIop, left, made).when(timePasses(day(300)));
    const contacts = journey.tasks.filter(({ kind }) => kind === 'patient-directed-contact');
    expect(contacts.map(({ state }) => state)).toEqual(['completed', 'open']);
  });

  it('is answered by whoever spoke with the person, not by a message that was left', () => {
    const tried = (reached: boolean) => given(inIop, left).when(reachedOut(plusHours(day(11), 3), { reached }));
    expect(open(tried(true).journey)).toEqual([]);
    expect(open(tried(false).journey)).toHaveLength(1);
  });

  it('that was told of late asks from when it was known', () => {
    given(inIop)
      .when({ ...left, occurredAt: day(20) })
      .thenIncludes(taskOpened('patient-directed-contact', { dueAt: day(21) }));
  });

  it('asks for nothing more after a death', () => {
    const { journey } = given(inIop, left, deathRecorded(plusHours(day(11), 30))).when(timePasses(day(300)));
    expect(open(journey)).toEqual([]);
  });

  it('is a way to leave, not to complete, to be taken, or to die', () => {
    for (const reasonCode of ['completed', 'terminated-by-facility', 'incarcerated', 'death'] as const)
      given(inIop)
        .when(discharged(reasonCode, day(11), { againstAdvice: true }))
        .thenRejects('NotPatientDirected');
    for (const reasonCode of ['dropped-out', 'transferred', 'other'] as const)
      given(inIop)
        .when(discharged(reasonCode, day(11), { againstAdvice: true }))
        .thenIncludes(happened('EpisodeDischarged', { reasonCode }));
  });

  it('is for no other discharge', () => {
    given(inIop, discharged('dropped-out', day(11)))
      .when(timePasses(day(20)))
      .thenLacks(taskOpened('patient-directed-contact'));
  });
});

describe('a discharge of somebody who takes a medication for opioid use disorder', () => {
  const taking = takes('buprenorphine-naloxone', { medicationId: 'm1', kind: 'moud' });
  const left = (fields: Parameters<typeof discharged>[2] = {}) => discharged('dropped-out', day(11), fields);
  const bridge = taskOpened('medication-bridge', { role: 'nurse', dueAt: plusHours(day(11), 12) });

  it('asks the same day for the next dose, whatever the reason, where none is arranged', () => {
    for (const reasonCode of ['completed', 'dropped-out', 'transferred', 'incarcerated', 'other'] as const)
      given(inIop, taking)
        .when(discharged(reasonCode, day(11)))
        .thenIncludes(bridge);
  });

  it('does not ask where the next dose is arranged, the person has said no, or has stopped', () => {
    for (const before of [continues('m1', day(10), day(12)), stopsTaking('m1', day(9))])
      given(inIop, taking, before).when(left()).thenLacks(taskOpened('medication-bridge'));
    for (const medicationBridge of ['done', 'declined'] as const)
      given(inIop, taking)
        .when(left({ againstAdvice: true, leaving: { medicationBridge } }))
        .thenLacks(taskOpened('medication-bridge'));
  });

  it('is answered by the next dose that is arranged, not by a word', () => {
    const { journey } = given(inIop, taking, left()).when(continues('m1', day(11), day(12)));
    expect(tasksOf(journey)).toMatchObject([{ kind: 'medication-bridge', state: 'completed' }]);
    given(inIop, taking, left())
      .when(done('episode-1.task.medication-bridge.discharge-1', day(11)))
      .thenRejects('TaskAnsweredOtherwise');
  });

  it('is moot when the medication turns out to have ended before', () => {
    const ended = { ...stopsTaking('m1', day(9)), occurredAt: day(12) };
    const { journey } = given(inIop, taking, left()).when(ended);
    expect(tasksOf(journey)).toMatchObject([{ kind: 'medication-bridge', state: 'cancelled' }]);
  });
});
