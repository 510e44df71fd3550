import { eventData, type EventView } from '@stepway/contracts';
import type { Telling } from './events-in-words.ts';
import { goalTexts, hasSealedText, knownEvent, tell, textsOf } from './told-event.ts';
import type { EventType } from './words.ts';

const at = '2026-11-20T14:10:00.000Z';
const sealed = { sealed: 'k1.nonce.text' };
const move = { transitionId: 't1', kind: 'step-up', from: 'iop', to: 'residential' };
const programme = { id: 'standard-four', version: 1 };

/** One valid example of every event, and what a person reads. A new event type fails to compile here. */
const examples: { readonly [Type in EventType]: readonly [data: Record<string, unknown>, sentence: string] } = {
  EpisodeOpened: [
    { patientId: 'p', programme, siteId: 'main', entryLevel: 'iop', ageGroup: 'adult' },
    'Episode of care opened, to begin in IOP (standard-four v1).',
  ],
  Admitted: [{ level: 'iop', attendedAt: at }, 'Admitted to IOP at the first attended service.'],
  MedicationRecorded: [
    { medicationId: 'm1', medication: 'buprenorphine-naloxone', kind: 'moud', scheduled: true, from: at },
    'Medication recorded: buprenorphine-naloxone, medication for opioid use disorder, from [day].',
  ],
  MedicationEnded: [{ medicationId: 'm1', at }, 'Medication ended on [day]: buprenorphine-naloxone.'],
  MedicationContinuityArranged: [
    { medicationId: 'm1', nextDoseAt: at },
    'Next dose arranged for [moment]: buprenorphine-naloxone.',
  ],
  ScreeningPlanSet: [
    { from: at, drugClasses: ['opioids', 'methadone', 'buprenorphine'], negativeBy: 'attended-visit' },
    'Screening plan from [day]: opioids, methadone and buprenorphine count; a day is negative by an attended visit without one.',
  ],
  SessionRecorded: [
    { sessionId: 's', sessionType: 'group', startedAt: at, minutes: 150, attendance: 'missed' },
    'Group session, 2 h 30 min: did not attend.',
  ],
  DrugTestResultRecorded: [
    {
      specimenId: 'S-1042',
      matrix: 'urine',
      acknowledgedUse: false,
      collectedAt: at,
      reportedAt: at,
      status: 'final',
      validity: { finding: 'dilute', temperature: 'not-recorded' },
      results: [
        { drugClass: 'fentanyl', outcome: 'positive', stage: 'definitive' },
        { drugClass: 'cocaine', outcome: 'negative', stage: 'presumptive' },
        { drugClass: 'opioids', outcome: 'negative', stage: 'presumptive' },
      ],
    },
    'Drug test S-1042, collected [day]: positive for fentanyl (definitive), 2 negative; specimen dilute.',
  ],
  DrugTestNotCollected: [{ dueAt: at, outcome: 'declined' }, 'Drug test of [day] not collected: declined.'],
  DrugTestDisposed: [
    {
      decisionId: 'd',
      specimenId: 'S-1042',
      collectedAt: at,
      drugClass: 'fentanyl',
      disposition: 'unexpected-use',
      rule: 'unexpected-use',
      explanation: 'x',
      rules: [],
    },
    'Fentanyl of S-1042: unexpected positive, treated as new use.',
  ],
  DrugTestReviewed: [
    { specimenId: 'S-1042', drugClass: 'opioids', finding: 'expected-prescribed' },
    'A clinician reviewed opioids of S-1042: explained by a medication.',
  ],
  UseEstablished: [
    { useId: 'u', drugClasses: ['fentanyl'], specimenIds: ['S-1042'], at },
    'New use established: fentanyl, collected [day] (S-1042).',
  ],
  UseWithdrawn: [{ useId: 'u' }, 'A use no longer stands: what it stood on was judged again.'],
  ConfirmationRequested: [
    { specimenId: 'S-1042', drugClasses: ['opioids'], escalatesAt: at, closesAt: at },
    'Confirmation of opioids asked for (S-1042); it closes on [day].',
  ],
  TransitionConsidered: [
    {
      decisionId: 'd',
      about: 'step-down',
      outcome: 'nothing',
      sentence: 'Less support waits.',
      rules: [],
      programme,
      trigger: { eventId: 'e' },
    },
    'Less support waits.',
  ],
  TransitionProposed: [
    { ...move, grounds: [], deadlineAt: at, atDeadline: 'escalate' },
    'More support (step up) proposed: IOP to residential, to be decided by [moment]; undecided by then, it goes to the next person in charge.',
  ],
  TransitionApproved: [{ transitionId: 't1', reason: sealed }, 'The proposal was approved.'],
  TransitionDeclined: [{ transitionId: 't1' }, 'The proposal was declined; the present level continues.'],
  TransitionLapsed: [{ transitionId: 't1' }, 'The proposal lapsed undecided; the present level continues.'],
  TransitionEscalated: [
    { transitionId: 't1', cause: 'hand-off-overdue' },
    'Escalated: the person was not yet seen by the deadline.',
  ],
  TransitionStarted: [
    { ...move, grounds: ['u'], handOffDueAt: at },
    'More support (step up) started by itself: IOP to residential. First attended service by [moment].',
  ],
  TransitionSuspended: [{ transitionId: 't1', cause: 'hold' }, 'The move is suspended: automatic moves are paused.'],
  TransitionResumed: [{ transitionId: 't1' }, 'The move goes on.'],
  TransitionRegrounded: [{ transitionId: 't1', grounds: ['u', 'v'] }, 'The move now stands on 2 uses.'],
  HandOffScheduled: [{ transitionId: 't1', appointmentAt: at }, 'Hand-off appointment: [moment].'],
  HandOffMissed: [
    { transitionId: 't1', times: 2, reasonCode: 'did-not-attend' },
    'Hand-off appointment not kept, 2 times now: did not attend.',
  ],
  TransitionCompleted: [
    { ...move, attendedAt: at },
    'First attended service in residential: the level is now residential.',
  ],
  TransitionCancelled: [
    { transitionId: 't1', cause: 'patient-declined' },
    'The move was cancelled: the person declined.',
  ],
  GoalsSet: [
    {
      level: 'iop',
      goals: [
        { goalId: 'g1', domain: 'housing', text: sealed },
        { goalId: 'g2', domain: 'family', text: sealed },
      ],
    },
    '2 goals set in IOP: housing and family.',
  ],
  GoalCompleted: [{ goalId: 'g1' }, 'Goal achieved: housing.'],
  HoldPlaced: [{ holdId: 'h', until: at }, 'Automatic moves paused to [moment].'],
  HoldReleased: [{ holdId: 'h', cause: 'ended' }, 'Automatic moves go on: the pause came to its end.'],
  TaskOpened: [
    { taskId: 'k', kind: 'schedule-hand-off', role: 'coordinator', dueAt: at, subject: 't1' },
    'Task for the care coordinator: make the hand-off appointment, by [moment].',
  ],
  TaskCompleted: [{ taskId: 'k' }, 'Task done: make the hand-off appointment.'],
  TaskEscalated: [
    { taskId: 'k', role: 'medical-director' },
    'Task overdue, now for the medical director: make the hand-off appointment.',
  ],
  TaskCancelled: [{ taskId: 'k' }, 'Task no longer asked for: make the hand-off appointment.'],
  EpisodeDischarged: [{ at, reasonCode: 'dropped-out', againstAdvice: false }, 'Discharged: left before completion.'],
};

const telling: Telling = {
  level: (id) => (id === 'iop' ? 'IOP' : id),
  moment: () => '[moment]',
  day: () => '[day]',
  role: (role) => (role === 'coordinator' ? 'care coordinator' : role.replaceAll('-', ' ')),
  medication: () => 'buprenorphine-naloxone',
  goal: () => 'Housing',
  task: () => 'Make the hand-off appointment',
  byPerson: false,
};
const event = (type: string, data: Record<string, unknown>): EventView => ({
  id: 'e',
  type,
  version: 1,
  occurredAt: at,
  data,
});
const types = Object.keys(eventData) as EventType[];

describe('every care event', () => {
  it.each(types)('%s is told in one sentence', (type) => {
    const [data, sentence] = examples[type];
    expect(knownEvent(event(type, data))).toBeDefined();
    expect(tell(event(type, data), telling).replaceAll('\u00a0', ' ')).toBe(sentence);
  });

  it('never speaks of people as the pathway forbids', () => {
    const forbidden = /\b(dirty|clean|addict|abuser?|users?|relapser|offender|MAT|failed|non-compliant|refused)\b/i;
    for (const [, sentence] of Object.values(examples)) expect(sentence).not.toMatch(forbidden);
  });

  it('says when a person decided', () =>
    expect(
      tell(event('TransitionStarted', { ...examples.TransitionStarted[0], reasonCode: 'safety' }), telling),
    ).toContain('started by decision of a person: IOP to residential, for safety'));

  it('of a newer server is told by its name', () =>
    expect(tell(event('CrisisRaised', {}), telling)).toBe('Crisis raised.'));
});

describe('what a person wrote', () => {
  it('is read where the API opened it', () => {
    const approved = event('TransitionApproved', { transitionId: 't1', reason: 'Agreed with the team' });
    expect(textsOf(approved)).toEqual([{ name: 'reason', text: 'Agreed with the team' }]);
    expect(tell(approved, telling)).toBe('The proposal was approved.');
  });

  it('stays sealed for those who may not read it', () => {
    const approved = event('TransitionApproved', { transitionId: 't1', reason: sealed });
    expect(textsOf(approved)).toEqual([]);
    expect(hasSealedText(approved)).toBe(true);
  });

  it('may be erased without the sentence being lost', () =>
    expect(tell(event('TransitionApproved', { transitionId: 't1', reason: null }), telling)).toBe(
      'The proposal was approved.',
    ));

  it('names the goals', () => {
    const goals = event('GoalsSet', {
      level: 'iop',
      goals: [{ goalId: 'g1', domain: 'housing', text: 'A place of my own' }],
    });
    expect(goalTexts([goals]).get('g1')).toBe('A place of my own');
    expect(tell(goals, telling)).toBe('1 goal set in IOP: housing.');
  });
});
