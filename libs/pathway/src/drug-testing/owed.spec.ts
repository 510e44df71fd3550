import { attended, day, definitive, inCareAt, missed, presumptive, reviewed, said, takes } from '../specs/commands.ts';
import { confirmationRequested, disposed, taskOpened } from '../specs/events.ts';
import { given, givenWith, timePasses, type Expected } from '../specs/given.ts';
import { standardFour } from '../specs/standard-four.ts';
import { plusHours } from '../time.ts';

const inIop = inCareAt('iop');
const specimenId = 'S-2026-05-14T12';
const task = (kind: string) => `episode-1.task.${kind}.${specimenId}`;
const discharged = {
  type: 'DischargeEpisode',
  ...said(day(9)),
  at: day(9),
  reasonCode: 'dropped-out',
  againstAdvice: false,
} as const;

describe('a positive screen', () => {
  const screen = presumptive([['cocaine', 'positive']]);

  it('is sent for confirmation once, with a task', () => {
    const outcome = given(inIop)
      .when(screen, timePasses(day(11)))
      .thenIncludes(
        { type: 'ConfirmationRequested', data: { specimenId, escalatesAt: day(13), closesAt: day(17) } },
        taskOpened('confirm-result', { dueAt: day(13) }),
      );
    expect(outcome.events.filter(({ type }) => type === 'ConfirmationRequested')).toHaveLength(1);
  });

  it('goes up on day 3 when no confirmation has come', () => {
    given(inIop, screen)
      .when(timePasses(day(13)))
      .thenIncludes({ type: 'TaskEscalated', data: { taskId: task('confirm-result') } });
  });

  it('becomes inconclusive on day 7 and asks for a new test; time never turns it into use', () => {
    const outcome = given(inIop, screen)
      .when(timePasses(day(30)))
      .thenIncludes(
        disposed('inconclusive', { rule: 'confirmation-not-received' }),
        { type: 'TaskCancelled', data: { taskId: task('confirm-result') } },
        taskOpened('new-collection', { subject: specimenId, dueAt: day(20) }),
      )
      .thenLacks('UseEstablished');
    expect(outcome.events.find(({ type }) => type === 'DrugTestDisposed')?.occurredAt).toBe(day(17));
  });

  it('stays inconclusive when other facts are judged, until a definitive result comes after all', () => {
    given(inIop, screen, timePasses(day(18)))
      .when(presumptive([['pcp', 'negative']], { collectedAt: day(19) }))
      .thenLacks(disposed('awaiting-confirmation'));
    given(inIop, screen, timePasses(day(18)))
      .when(definitive([['cocaine', 'positive']], { reportedAt: day(19) }))
      .thenIncludes(disposed('unexpected-use'), { type: 'UseEstablished' });
  });

  it('that becomes known after discharge is inconclusive in the end as one before it, and nobody is asked', () => {
    const late = presumptive([['cocaine', 'positive']], { recordedAt: day(12) });
    given(inIop, screen, discharged)
      .when(timePasses(day(30)))
      .thenIncludes(disposed('inconclusive', { rule: 'confirmation-not-received' }));
    const outcome = given(inIop, discharged, late)
      .when(timePasses(day(30)))
      .thenIncludes(disposed('inconclusive', { rule: 'confirmation-not-received' }))
      .thenLacks(confirmationRequested(), taskOpened('confirm-result'), taskOpened('new-collection'));
    expect(outcome.events.findLast(({ type }) => type === 'DrugTestDisposed')?.occurredAt).toBe(day(19));
  });

  it('needs no more confirmation once the definitive result is there', () => {
    given(inIop, screen)
      .when(definitive([['cocaine', 'negative']], { reportedAt: day(12) }), timePasses(day(30)))
      .thenIncludes(disposed('negative'), { type: 'TaskCompleted', data: { taskId: task('confirm-result') } })
      .thenLacks('TaskEscalated');
  });

  it('of a class reported later renews the request', () => {
    given(inIop, screen)
      .when(presumptive([['amphetamines', 'positive']], { reportedAt: day(12) }))
      .thenIncludes({
        type: 'ConfirmationRequested',
        data: { specimenId, drugClasses: ['amphetamines', 'cocaine'], closesAt: day(19) },
      });
  });
});

describe('a specimen that cannot tell', () => {
  it('is collected again within 48 hours, the same day after a doubtful temperature', () => {
    given(inIop)
      .when(definitive([['opioids', 'negative']], { validity: { finding: 'invalid' } }))
      .thenIncludes(taskOpened('new-collection', { subject: specimenId, dueAt: day(12) }));
    given(inIop)
      .when(definitive([['opioids', 'negative']], { validity: { finding: 'valid', temperature: 'out-of-range' } }))
      .thenIncludes(taskOpened('new-collection', { dueAt: plusHours(day(10), 12) }));
  });

  it('says within which time the programme wants another', () => {
    const hours = { recollectHours: 24, retestHours: 96 };
    const programme = { ...standardFour, deadlines: { ...standardFour.deadlines, ...hours } };
    const says = (words: string): Expected => ({ type: 'DrugTestDisposed', data: { explanation: words } });
    givenWith({ programme }, inIop)
      .when(definitive([['opioids', 'negative']], { validity: { finding: 'invalid' } }))
      .thenIncludes(says(expect.stringContaining('within 24 hours')));
    givenWith({ programme }, inIop)
      .when(definitive([['opioids', 'negative']], { validity: { finding: 'dilute' } }))
      .thenIncludes(says(expect.stringContaining('within 24 hours')));
    givenWith({ programme }, inIop)
      .when(definitive([['opioids', 'indeterminate']]))
      .thenIncludes(says(expect.stringContaining('within 96 hours')));
  });

  it('is answered by the next specimen collected', () => {
    given(inIop, definitive([['opioids', 'indeterminate']]))
      .when(definitive([['opioids', 'negative']], { collectedAt: day(11) }))
      .thenIncludes({ type: 'TaskCompleted', data: { taskId: task('new-collection') } });
  });

  it('is not answered by a specimen that the laboratory cancelled', () => {
    const next = { collectedAt: day(11) };
    given(inIop, definitive([['opioids', 'indeterminate']]), definitive([['opioids', 'negative']], next))
      .when(definitive([], { ...next, status: 'cancelled', reportedAt: day(12) }))
      .thenIncludes(taskOpened('new-collection', { subject: specimenId }));
  });

  it('asks for nothing when it comes after the next one', () => {
    given(inIop, definitive([['opioids', 'negative']], { collectedAt: day(11) }))
      .when(definitive([['opioids', 'indeterminate']], { recordedAt: day(12) }))
      .thenIncludes(disposed('inconclusive'))
      .thenLacks(taskOpened('new-collection'));
  });

  it('because of its integrity is reviewed within 24 hours; a deadline goes up and never applies', () => {
    const concern = definitive([['cocaine', 'positive']], { validity: { finding: 'substituted' } });
    given(inIop)
      .when(concern, timePasses(day(40)))
      .thenIncludes(
        taskOpened('review-drug-test', { dueAt: day(11), role: 'prescriber' }),
        taskOpened('new-collection', { dueAt: plusHours(day(10), 12) }),
        { type: 'TaskEscalated', data: { taskId: task('review-drug-test'), role: 'medical-director' } },
      )
      .thenLacks('UseEstablished', 'TransitionStarted', 'TransitionProposed');
    given(inIop, concern)
      .when(reviewed(specimenId, 'cocaine', 'inconclusive', day(11)))
      .thenIncludes({ type: 'TaskCompleted', data: { taskId: task('review-drug-test') } });
  });
});

describe('a test that was not collected', () => {
  it('error 7: is neither negative nor positive: it asks for a call the same day and for another test within 72 hours', () => {
    given(inIop)
      .when(missed(day(10)))
      .thenIncludes(
        { type: 'DrugTestNotCollected', data: { outcome: 'missed' } },
        taskOpened('outreach', { subject: day(10), dueAt: plusHours(day(10), 13) }),
        taskOpened('new-collection', { subject: day(10), dueAt: plusHours(day(13), 1) }),
      )
      .thenLacks('DrugTestDisposed', 'UseEstablished');
  });

  it('is answered when the person comes, and when a specimen is collected', () => {
    given(inIop, missed(day(10)))
      .when(attended(day(11)))
      .thenIncludes({ type: 'TaskCompleted', data: { taskId: `episode-1.task.outreach.${day(10)}` } });
    given(inIop, missed(day(10)))
      .when(presumptive([['cocaine', 'negative']], { collectedAt: day(12) }))
      .thenIncludes({ type: 'TaskCompleted', data: { taskId: `episode-1.task.new-collection.${day(10)}` } });
  });

  it('said twice is no news; the later word holds', () => {
    given(inIop, missed(day(10)))
      .when(missed(day(10)))
      .thenNothing();
    const excused = { ...missed(day(10), 'excused'), occurredAt: day(11) };
    const inOrder = given(inIop, missed(day(10))).when(excused);
    expect(inOrder.journey.notCollected).toMatchObject([{ outcome: 'excused' }]);
    const reversed = given(inIop, excused).when(missed(day(10)));
    expect(reversed.journey.notCollected).toMatchObject([{ outcome: 'excused' }]);
    given(inIop, excused, missed(day(10)))
      .when(missed(day(10)))
      .thenNothing();
  });
});

describe('a positive for an opioid that no medication explains', () => {
  const fentanyl = (fields = {}) => presumptive([['fentanyl', 'positive']], fields);

  it('asks for an overdose check the same day, also preliminary, as baseline, and after discharge', () => {
    const check = taskOpened('overdose-check', { subject: specimenId, dueAt: plusHours(day(10), 12) });
    given(inIop).when(fentanyl()).thenIncludes(check);
    given(inIop)
      .when(fentanyl({ status: 'preliminary' }))
      .thenIncludes(check);
    given(inIop)
      .when(definitive([['fentanyl', 'positive']]))
      .thenIncludes(disposed('baseline'), check);
    given(inIop, discharged).when(fentanyl()).thenIncludes(check).thenLacks(confirmationRequested());
  });

  it('asks for nothing when the medication explains it', () => {
    given(inIop, takes('methadone'))
      .when(presumptive([['methadone', 'positive']]))
      .thenLacks(taskOpened('overdose-check'));
  });

  it('asks afresh with a newer positive, in place of the older check', () => {
    given(inIop, fentanyl())
      .when(fentanyl({ collectedAt: day(12) }))
      .thenIncludes(taskOpened('overdose-check', { subject: 'S-2026-05-16T12' }), {
        type: 'TaskCancelled',
        data: { taskId: task('overdose-check') },
      });
  });

  it('is asked for a sedative beside an opioid or its medication only', () => {
    const sedative = presumptive([['benzodiazepines', 'positive']]);
    given(inIop).when(sedative).thenLacks(taskOpened('overdose-check'));
    given(inIop, takes('buprenorphine')).when(sedative).thenIncludes(taskOpened('overdose-check'));
    given(inIop)
      .when(
        presumptive([
          ['alcohol', 'positive'],
          ['buprenorphine', 'positive'],
        ]),
      )
      .thenIncludes(taskOpened('overdose-check'));
  });
});

describe('a medication that was not found', () => {
  it('asks for a safety review until it is found again', () => {
    const screenOf = (outcome: 'positive' | 'negative', at: string) =>
      presumptive([['buprenorphine', outcome]], { collectedAt: at });
    given(inIop, takes('buprenorphine'))
      .when(screenOf('negative', day(10)), screenOf('positive', day(12)))
      .thenIncludes(taskOpened('medication-safety-review', { subject: specimenId, dueAt: day(11) }), {
        type: 'TaskCompleted',
        data: { taskId: task('medication-safety-review') },
      });
  });
});
