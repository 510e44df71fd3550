import type { RuleTried } from '../rule-tried.ts';
import type { Programme } from '../programme/programme.ts';
import { continues, day, definitive, inCareAt, presumptive, stopsTaking, takes } from '../specs/commands.ts';
import { taskOpened } from '../specs/events.ts';
import { given, givenWith, timePasses, type Step } from '../specs/given.ts';
import { cancelledBy, first, goalReached, goalsSet, happened, held, overrideTo, second } from '../specs/moves.ts';
import { standardFour } from '../specs/standard-four.ts';
import { plusHours } from '../time.ts';

const inIop = inCareAt('iop');
const cocaine = (onDay: number, reportedOn = onDay) =>
  definitive([['cocaine', 'positive']], { collectedAt: day(onDay), reportedAt: day(reportedOn) });
const fentanyl = (onDay: number) => definitive([['fentanyl', 'positive']], { collectedAt: day(onDay) });
const stepUp = (change: Partial<Programme['stepUp']>) => ({
  programme: { ...standardFour, stepUp: { ...standardFour.stepUp, ...change } },
});
const ruleSaw = (rules: readonly RuleTried[], rule: string) => rules.find((tried) => tried.rule === rule);

describe('a new use of a person in IOP', () => {
  it('starts a step up to residential at once, with three days for the hand-off', () => {
    given(inIop)
      .when(cocaine(10))
      .thenIncludes(
        happened('TransitionConsidered', { about: 'step-up', outcome: 'started', transitionId: first }),
        happened('TransitionStarted', {
          transitionId: first,
          kind: 'step-up',
          from: 'iop',
          to: 'residential',
          grounds: ['episode-1.use.S-2026-05-14T12'],
          handOffDueAt: day(13),
        }),
      );
  });

  it('is to be seen within a day when it is fentanyl', () => {
    given(inIop)
      .when(fentanyl(35))
      .thenIncludes(happened('TransitionStarted', { handOffDueAt: day(38), targetAt: day(36) }));
  });

  it('is to be seen within a day also when fentanyl joins the move that another use began', () => {
    const { journey } = given(inIop, cocaine(35)).when(fentanyl(37));
    expect(journey.status === 'active' && journey.transition).toMatchObject({
      handOffDueAt: day(38),
      targetAt: day(38),
    });
  });

  it('tells every rule that was tried, with what it saw', () => {
    const { events } = given(inIop).when(cocaine(10));
    const considered = events.find((event) => event.type === 'TransitionConsidered');
    const { rules, sentence } = considered?.data ?? { rules: [], sentence: '' };
    expect(rules.map(({ rule }) => rule)).toEqual([
      'in-care',
      'collected-since-admission',
      'no-discharge-since-collection',
      'no-step-up-open-or-done-since',
      'not-cleared-before-this-stay',
      'threshold-met',
      'not-in-hospital-or-jail',
      'level-can-step-up',
      'withdrawal-risk',
      'no-opioid-withdrawal-in-pregnancy',
      'target-is-indicated',
      'no-hold',
      'moves-by-rule',
      'mode-automatic',
      'no-open-crisis',
      'no-assessment-for-this-level',
      'reported-in-time',
      'not-held-before',
    ]);
    expect(rules.every(({ held: through }) => through === true)).toBe(true);
    expect(sentence).toBe(
      'Unexpected positive (cocaine), treated as new use: more support begins, from Intensive outpatient (IOP) to Residential.',
    );
  });

  it('names the use as the cause of what was considered, and that as the cause of what follows', () => {
    const { events } = given(inIop).when(cocaine(10));
    const use = events.find((event) => event.type === 'UseEstablished');
    const considered = events.find((event) => event.type === 'TransitionConsidered');
    const started = events.find((event) => event.type === 'TransitionStarted');
    expect(considered?.causedBy).toBe(use?.id);
    expect(started?.causedBy).toBe(considered?.id);
    expect(started?.actor.kind).toBe('rule');
  });

  it('asks for an overdose check the same day, whatever the class, and whether it is begun or proposed', () => {
    const check = taskOpened('overdose-check', { subject: 'S-2026-05-14T12', role: 'nurse' });
    given(inIop).when(cocaine(10)).thenIncludes(check);
    givenWith(stepUp({ mode: 'propose' }), inIop)
      .when(cocaine(10))
      .thenIncludes(check);
    givenWith(stepUp({ mode: 'review-only' }), inIop)
      .when(cocaine(10))
      .thenLacks(check);
  });

  it('asks for a reassessment and for the patient’s decision, and for an appointment within a day', () => {
    given(inIop)
      .when(cocaine(10))
      .thenIncludes(
        taskOpened('reassessment', { dueAt: day(11) }),
        taskOpened('ask-patient-decision', { subject: first }),
        taskOpened('schedule-hand-off', { role: 'coordinator', subject: first, dueAt: day(11) }),
      )
      .thenLacks(taskOpened('medication-continuity'));
  });

  it('asks for medication continuity while a medication is taken', () => {
    given(inIop, takes('buprenorphine-naloxone', { kind: 'moud' }))
      .when(cocaine(10))
      .thenIncludes(taskOpened('medication-continuity', { subject: first }));
  });

  it('has its medication continuity answered by the next dose that is arranged', () => {
    const taking = [...inIop, takes('buprenorphine-naloxone', { kind: 'moud' }), cocaine(10), timePasses(day(10))];
    given(taking)
      .when(continues('buprenorphine-naloxone', day(11), day(12)))
      .thenIncludes(happened('TaskCompleted', { taskId: `episode-1.task.medication-continuity.t1` }));
  });

  it('asks for no medication continuity when the medication has ended', () => {
    given(inIop, takes('buprenorphine-naloxone', { kind: 'moud' }), stopsTaking('buprenorphine-naloxone', day(2)))
      .when(cocaine(10))
      .thenLacks(taskOpened('medication-continuity'));
  });

  it('moves no one while it is a positive screen only', () => {
    given(inIop)
      .when(presumptive([['cocaine', 'positive']]))
      .thenLacks('TransitionConsidered', 'TransitionStarted');
  });

  const found = { collectedAt: day(10) };
  it.each<readonly [what: string, before: readonly Step[], positive: Step]>([
    ['a screen that nothing confirmed', [], presumptive([['cocaine', 'positive']], found)],
    [
      'a specimen that needs review',
      [],
      definitive([['cocaine', 'positive']], { ...found, validity: { finding: 'adulterated' } }),
    ],
    [
      'a positive that a medication explains',
      [takes('buprenorphine-naloxone', { kind: 'moud' })],
      definitive([['buprenorphine', 'positive']], found),
    ],
    ['a positive from before admission', [], cocaine(0)],
    ['a positive from an earlier use', [cocaine(10), cancelledBy(first, 'clinician-retains', day(10))], cocaine(12)],
  ])('error 1: is what moves a person; %s moves no one', (_what, before, positive) => {
    const { journey } = given(inIop, before).when(positive).thenLacks('TransitionStarted', 'TransitionProposed');
    expect(journey).toMatchObject({ status: 'active', stay: { level: 'iop', since: day(0) } });
  });

  it('error 1: asks for all dimensions to be assessed again, and for the person’s decision: the result is one input', () => {
    given(inIop)
      .when(cocaine(10))
      .thenIncludes(taskOpened('reassessment'), taskOpened('ask-patient-decision'), taskOpened('overdose-check'));
  });

  it('error 8: ends no episode and no medication, at any level, however often it happens', () => {
    for (const level of ['detox', 'residential', 'iop', 'aftercare']) {
      const uses = [10, 30, 50, 70].map((onDay) => cocaine(onDay));
      const { journey } = given(inCareAt(level), takes('methadone', { kind: 'moud' }))
        .when(...uses, timePasses(day(100)))
        .thenLacks('EpisodeDischarged', 'MedicationEnded');
      expect(journey.status).toBe('active');
      expect(journey.medications.map(({ endedAt, to }) => endedAt ?? to)).toEqual([undefined]);
    }
  });

  it('joins the step up that is under way', () => {
    const { journey } = given(inIop, cocaine(10))
      .when(definitive([['methamphetamine', 'positive']], { collectedAt: day(14) }))
      .thenIncludes(
        happened('TransitionConsidered', { outcome: 'joined', transitionId: first }),
        happened('TransitionRegrounded', { transitionId: first }),
      )
      .thenLacks('TransitionStarted');
    expect(journey.status === 'active' && journey.transition?.grounds).toHaveLength(2);
  });

  it('is considered afresh when the patient declined the step up before, who gets a safety plan within a day', () => {
    given(inIop, cocaine(10))
      .when(cancelledBy(first, 'patient-declined', day(11)), cocaine(25))
      .thenIncludes(
        taskOpened('safety-plan', { dueAt: day(12) }),
        happened('TransitionStarted', { transitionId: second }),
      );
  });

  it('is not considered again for a residual of its family that joins it: the person turned the move down', () => {
    given(inIop, definitive([['heroin', 'positive']]), cancelledBy(first, 'patient-declined', day(11)))
      .when(definitive([['opioids', 'positive']], { collectedAt: day(12) }))
      .thenIncludes(happened('UseEstablished', { drugClasses: ['heroin', 'opioids'] }))
      .thenLacks('TransitionConsidered', 'TransitionStarted');
  });

  it('waits for the second use where a programme asks for two', () => {
    const rules = stepUp({ threshold: { uses: 2, withinDays: 28 } });
    givenWith(rules, inIop)
      .when(cocaine(10))
      .thenIncludes(happened('TransitionConsidered', { outcome: 'nothing' }))
      .thenLacks('TransitionStarted');
    const { events } = givenWith(rules, inIop, cocaine(10)).when(cocaine(30));
    const started = events.find((event) => event.type === 'TransitionStarted');
    expect(started?.data.grounds).toHaveLength(2);
  });

  it('counts towards the threshold also when it comes after the later one', () => {
    const rules = stepUp({ threshold: { uses: 2, withinDays: 28 } });
    givenWith(rules, inIop, cocaine(20))
      .when(cocaine(10, 22))
      .thenIncludes(happened('TransitionStarted', { to: 'residential' }));
    givenWith(stepUp({ threshold: { uses: 3, withinDays: 28 } }), inIop, cocaine(10), cocaine(60))
      .when(cocaine(35, 61))
      .thenLacks('TransitionStarted');
  });

  it('is only looked at by a person where the programme reviews', () => {
    givenWith(stepUp({ mode: 'review-only' }), inIop)
      .when(cocaine(10))
      .thenIncludes(
        happened('TransitionConsidered', {
          outcome: 'task',
          sentence:
            'Unexpected positive (cocaine), treated as new use: the programme leaves what follows to a person; a reassessment is asked for.',
        }),
        taskOpened('reassessment'),
      )
      .thenLacks('TransitionStarted', 'TransitionProposed');
  });

  it('is considered again when a later class makes it automatic', () => {
    givenWith(stepUp({ byClass: { cannabis: 'review-only' } }), inIop)
      .when(
        definitive([['cannabis', 'positive']], { collectedAt: day(35) }),
        definitive([['cocaine', 'positive']], { collectedAt: day(36) }),
      )
      .thenIncludes(happened('TransitionConsidered', { outcome: 'task' }), happened('TransitionStarted'));
  });

  it('cancels an open step down', () => {
    given(inIop, goalsSet(day(1), 'g1'), goalReached('g1', day(20)))
      .when(cocaine(22))
      .thenIncludes(
        happened('TransitionCancelled', { transitionId: first, cause: 'step-up' }),
        happened('TransitionStarted', { transitionId: second, to: 'residential' }),
      );
  });
});

describe('a new use of a person in detox', () => {
  it('asks for a medical check the same day', () => {
    given(inCareAt('detox'))
      .when(cocaine(10))
      .thenIncludes(taskOpened('withdrawal-check', { role: 'nurse', dueAt: plusHours(day(10), 12) }));
  });

  it('moves no one, and asks for a reassessment', () => {
    given(inCareAt('detox'))
      .when(cocaine(10))
      .thenIncludes(happened('TransitionConsidered', { outcome: 'task' }), taskOpened('reassessment'))
      .thenLacks('TransitionStarted', 'TransitionProposed');
  });
});

describe('a new use of a person in residential', () => {
  it('leads to no detox without a sign of withdrawal risk, which is checked the same day', () => {
    const { events } = given(inCareAt('residential'))
      .when(cocaine(10))
      .thenIncludes(taskOpened('withdrawal-check', { role: 'nurse', dueAt: plusHours(day(10), 12) }))
      .thenLacks('TransitionStarted', 'TransitionProposed');
    const considered = events.find((event) => event.type === 'TransitionConsidered');
    expect(ruleSaw(considered?.data.rules ?? [], 'withdrawal-risk')?.held).toBe('unknown');
  });

  it('leads to a reassessment instead: the level stays, and somebody asks what the person needs', () => {
    given(inCareAt('residential'))
      .when(cocaine(10))
      .thenIncludes(taskOpened('reassessment', { role: 'therapist', dueAt: day(11) }));
  });
});

describe('a new use of a person in aftercare', () => {
  it('starts a step up to IOP', () => {
    given(inCareAt('aftercare'))
      .when(cocaine(10))
      .thenIncludes(happened('TransitionStarted', { from: 'aftercare', to: 'iop' }));
  });
});

describe('a use found while a hold is on', () => {
  const onHold = [...inIop, held('h1', day(9), day(16))];

  it('starts nothing, and says so', () => {
    given(onHold)
      .when(cocaine(10))
      .thenIncludes(happened('TransitionConsidered', { outcome: 'nothing' }))
      .thenLacks('TransitionStarted', 'TransitionProposed');
  });

  it('is proposed to a person when the hold ends by itself', () => {
    given(onHold, cocaine(10))
      .when(timePasses(day(16)))
      .thenIncludes(
        happened('HoldReleased', { holdId: 'h1', cause: 'ended' }),
        happened('TransitionConsidered', { outcome: 'proposed' }),
        happened('TransitionProposed', { deadlineAt: day(17) }),
      );
  });

  it('is considered again when the hold ends, also where something else kept it back as well', () => {
    const residential = [...inCareAt('residential'), held('h1', day(9), day(16)), cocaine(10)];
    given(residential)
      .when(timePasses(day(16)))
      .thenIncludes(happened('TransitionConsidered', { outcome: 'task' }))
      .thenLacks('TransitionProposed');
  });

  it('joins the move that a person started meanwhile', () => {
    given(onHold, cocaine(10), overrideTo('residential', day(11)))
      .when(timePasses(day(16)))
      .thenIncludes(happened('TransitionConsidered', { outcome: 'joined', transitionId: first }))
      .thenLacks('TransitionProposed');
  });
});
