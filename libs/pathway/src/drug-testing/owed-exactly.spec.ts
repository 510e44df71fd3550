import { decide } from '../decide.ts';
import { foldAhead } from '../fold-ahead.ts';
import { attended, day, definitive, inCareAt, missed, presumptive, reviewed, takes } from '../specs/commands.ts';
import { reachedOut } from '../specs/contact.ts';
import { disposed, taskOpened } from '../specs/events.ts';
import { given, Lived, timePasses, type Step } from '../specs/given.ts';
import { discharged, happened } from '../specs/moves.ts';
import { treatedElsewhere } from '../specs/safety.ts';
import { plusHours } from '../time.ts';
import type { DrugClass } from '../vocabulary.ts';
import { drugTestingOwed } from './owed.ts';

const inIop = inCareAt('iop');
const specimenId = 'S-2026-05-14T12';
const task = (kind: string, subject = specimenId) => `episode-1.task.${kind}.${subject}`;
const screen = (...classes: readonly DrugClass[]) => presumptive(classes.map((one) => [one, 'positive'] as const));

describe('what is owed about confirmations', () => {
  const owed = (...steps: readonly (Step | readonly Step[])[]) => {
    const lived = new Lived();
    for (const step of [...inIop, ...steps.flat()]) lived.step(step);
    return drugTestingOwed(lived.opened(), lived.context()).map(({ at, cause, subject }) => [at, cause, subject]);
  };

  it('is nothing where none is awaited, and the end of the time once it was asked for', () => {
    expect(owed(presumptive([['cocaine', 'negative']]), timePasses(day(11)))).toEqual([]);
    expect(owed(screen('cocaine'), timePasses(day(11)))).toEqual([[day(17), 'confirmation', specimenId]]);
    expect(owed(screen('cocaine'), timePasses(day(18)))).toEqual([]);
  });

  it('is that they be asked for, at once', () => {
    const lived = new Lived();
    for (const step of [...inIop, timePasses(day(10))]) lived.step(step);
    const context = lived.context();
    const decision = decide(lived.journey, screen('cocaine'), context);
    if (!decision.accepted) throw new Error('the result was refused');
    const recorded = foldAhead(lived.opened(), decision.events, screen('cocaine'), context);
    expect(drugTestingOwed(recorded, context)).toMatchObject([{ at: day(10), cause: 'now', subject: specimenId }]);
  });

  it('is the end of the time alone after discharge, once for each', () => {
    const left = discharged('dropped-out', day(9));
    const late = { ...screen('cocaine'), occurredAt: day(12) };
    expect(owed(left, late, timePasses(day(13)))).toEqual([[day(19), 'confirmation', specimenId]]);
    const asked = [screen('cocaine'), timePasses(day(10.5)), discharged('dropped-out', day(11))];
    expect(owed(asked, timePasses(day(12)))).toEqual([[day(17), 'confirmation', specimenId]]);
    const more = presumptive([['mdma', 'positive']], { reportedAt: day(12) });
    expect(owed(asked, more, timePasses(day(13)))).toEqual([
      [day(17), 'confirmation', specimenId],
      [day(19), 'confirmation', specimenId],
    ]);
  });
});

describe('a confirmation', () => {
  it('is asked for because of the last report, and so is every task about a specimen', () => {
    const { events } = given(inIop, presumptive([['pcp', 'negative']])).when(
      presumptive([['cocaine', 'positive']], { reportedAt: day(11) }),
      timePasses(day(11)),
    );
    const report = events.find(({ type }) => type === 'DrugTestResultRecorded');
    const asked = events.find(({ type }) => type === 'ConfirmationRequested');
    expect(asked).toMatchObject({
      occurredAt: day(11),
      causedBy: report?.id,
      data: { specimenId, drugClasses: ['cocaine'], escalatesAt: day(14), closesAt: day(18) },
    });
    const collection = given(inIop, presumptive([['pcp', 'negative']])).when(
      presumptive([['cocaine', 'indeterminate']], { reportedAt: day(11) }),
      timePasses(day(11)),
    );
    const last = collection.events.find(({ type }) => type === 'DrugTestResultRecorded');
    expect(
      collection.events.find((event) => event.type === 'TaskOpened' && event.data.kind === 'new-collection')?.causedBy,
    ).toBe(last?.id);
  });

  it('that does not come leaves each class inconclusive, one decision after the other', () => {
    const { events } = given(inIop, screen('cocaine', 'mdma')).when(timePasses(day(17)));
    const said = events.flatMap((event) => (event.type === 'DrugTestDisposed' ? [event] : []));
    expect(said.map(({ data, occurredAt }) => [data, occurredAt])).toEqual(
      (['cocaine', 'mdma'] as const).map((drugClass, index) => [
        {
          decisionId: `episode-1.d${3 + index}`,
          specimenId,
          collectedAt: day(10),
          drugClass,
          disposition: 'inconclusive',
          rule: 'confirmation-not-received',
          explanation: expect.stringContaining('no confirmation came in time'),
          rules: [{ rule: 'confirmation-not-received', held: true, saw: 'no confirmation within 7 days' }],
        },
        day(17),
      ]),
    );
  });

  it('is done when each class was told, and moot when the laboratory took the screen back', () => {
    const both = screen('cocaine', 'mdma');
    const told = (drugClass: DrugClass, onDay: number) =>
      definitive([[drugClass, 'negative']], { reportedAt: day(onDay) });
    given(inIop, both)
      .when(told('cocaine', 11), timePasses(day(11)))
      .thenLacks('TaskCompleted', 'TaskCancelled');
    given(inIop, both, told('cocaine', 11))
      .when(told('mdma', 12), timePasses(day(12)))
      .thenIncludes(happened('TaskCompleted', { taskId: task('confirm-result') }));
    given(inIop, both, told('cocaine', 11))
      .when(presumptive([['mdma', 'positive']], { status: 'cancelled', reportedAt: day(12) }), timePasses(day(12)))
      .thenIncludes(happened('TaskCancelled', { taskId: task('confirm-result') }));
  });
});

describe('another specimen', () => {
  it('is asked for within the shortest time that any class of it needs', () => {
    const classes = [['cocaine', 'not-done'] as const, ['pcp', 'negative'] as const];
    given(inIop)
      .when(definitive(classes, { validity: { finding: 'dilute' } }))
      .thenIncludes(taskOpened('new-collection', { dueAt: day(12) }));
    given(inIop)
      .when(definitive([['cocaine', 'not-done']]))
      .thenIncludes(taskOpened('new-collection', { dueAt: day(13) }));
  });

  it('that is the third dilute one goes to a clinician instead, until any other was collected', () => {
    const dilute = (at: string) =>
      definitive([['opioids', 'negative']], { collectedAt: at, validity: { finding: 'dilute' } });
    const third = [dilute(day(10)), dilute(day(20)), dilute(day(30))];
    given(inIop, third.slice(0, 2))
      .when(dilute(day(30)), timePasses(day(30)))
      .thenIncludes(
        disposed('recollect', { rule: 'repeatedly-dilute' }),
        taskOpened('review-drug-test', { subject: 'S-2026-06-03T12', role: 'prescriber', dueAt: day(31) }),
      )
      .thenLacks(taskOpened('new-collection', { subject: 'S-2026-06-03T12' }));
    given(inIop, third)
      .when(definitive([['opioids', 'negative']], { collectedAt: day(31), matrix: 'oral-fluid' }), timePasses(day(31)))
      .thenIncludes(
        disposed('negative'),
        happened('TaskCompleted', { taskId: task('review-drug-test', 'S-2026-06-03T12') }),
      );
  });

  it('is not counted as dilute where only a preliminary report says so, and once where one class stands', () => {
    const dilute = (at: string, fields = {}) =>
      definitive(
        [
          ['opioids', 'negative'],
          ['pcp', 'negative'],
        ],
        { collectedAt: at, validity: { finding: 'dilute' }, ...fields },
      );
    const rule = (...steps: readonly Step[]) =>
      given(inIop)
        .when(...steps)
        .journey.specimens.at(-1)?.judgements.opioids?.rule;
    expect(rule(dilute(day(10), { status: 'preliminary' }), dilute(day(20)), dilute(day(30)))).toBe('recollect');
    const halfBack = definitive([['pcp', 'negative']], {
      collectedAt: day(10),
      status: 'cancelled',
      reportedAt: day(11),
      validity: { finding: 'dilute' },
    });
    expect(rule(dilute(day(10)), halfBack, dilute(day(20)), dilute(day(30)))).toBe('repeatedly-dilute');
    expect(
      rule(dilute(day(10)), dilute(day(20)), definitive([['opioids', 'negative']], { collectedAt: day(30) })),
    ).toBe('negative');
  });

  it('answers also where the laboratory took back a part of it', () => {
    const next = definitive(
      [
        ['opioids', 'negative'],
        ['pcp', 'negative'],
      ],
      { collectedAt: day(11) },
    );
    given(inIop, definitive([['opioids', 'indeterminate']]), next)
      .when(
        definitive([['pcp', 'negative']], { collectedAt: day(11), status: 'cancelled', reportedAt: day(12) }),
        timePasses(day(12)),
      )
      .thenLacks(taskOpened('new-collection'));
  });

  it('does not answer a doubt about the sample that the laboratory took back afterwards', () => {
    const concern = definitive([['cocaine', 'positive']], { validity: { finding: 'substituted' } });
    given(inIop, concern)
      .when(reviewed(specimenId, 'cocaine', 'negative', day(11)), timePasses(day(11)))
      .thenIncludes(happened('TaskCompleted', { taskId: task('review-drug-test') }));
    given(inIop, concern)
      .when(definitive([], { status: 'cancelled', reportedAt: day(11) }), timePasses(day(11)))
      .thenIncludes(
        happened('TaskCancelled', { taskId: task('review-drug-test') }),
        happened('TaskCancelled', { taskId: task('new-collection') }),
      );
  });
});

describe('a call after a test that was not collected', () => {
  const at = plusHours(day(11), 1);
  const reached = (onDay: number, yes: boolean) =>
    reachedOut(day(onDay), { outreachId: `o-${onDay}`, channel: 'phone', reached: yes });

  it.each([
    ['a session that the person attended since', attended(day(10.5)), true],
    ['a session that the person did not attend', { ...attended(day(10.5)), attendance: 'missed' as const }, false],
    ['a session before it', { ...attended(day(9)), occurredAt: at }, false],
    ['a call in which the person was reached', reached(10.5, true), true],
    ['a call in which nobody was reached', reached(10.5, false), false],
    ['a call before it', { ...reached(9, true), occurredAt: at }, false],
  ] as const)('is settled by %s: %3$s', (_, step, settled) => {
    const { events } = given(inIop, missed(day(10)), timePasses(plusHours(day(10), 2))).when(step, timePasses(at));
    const ended = events.some(
      (event) => event.type === 'TaskCompleted' && event.data.taskId === task('outreach', day(10)),
    );
    expect(ended).toBe(settled);
  });
});

describe('a medication that was not found', () => {
  const screenOf = (outcome: 'positive' | 'negative', onDay: number) =>
    presumptive([['buprenorphine', outcome]], { collectedAt: day(onDay) });
  const review = task('medication-safety-review');
  const absent = [...inIop, takes('buprenorphine'), screenOf('negative', 10)];

  it('is asked about also where it was found before', () => {
    given(inIop, takes('buprenorphine'), screenOf('positive', 8))
      .when(screenOf('negative', 10))
      .thenIncludes(taskOpened('medication-safety-review', { subject: specimenId }));
  });

  it('is asked about until it is found, whatever else is tested', () => {
    given(absent)
      .when(presumptive([['cocaine', 'negative']], { collectedAt: day(12) }), timePasses(day(12)))
      .thenLacks('TaskCompleted', 'TaskCancelled');
    given(absent)
      .when(screenOf('positive', 12), timePasses(day(12)))
      .thenIncludes(happened('TaskCompleted', { taskId: review }));
  });

  it('is asked about by the latest specimen', () => {
    given(absent)
      .when(screenOf('negative', 12), timePasses(day(12)))
      .thenIncludes(
        taskOpened('medication-safety-review', { subject: 'S-2026-05-16T12', role: 'prescriber', dueAt: day(13) }),
        happened('TaskCancelled', { taskId: review }),
      );
  });
});

describe('a list of drugs given', () => {
  const fentanyl = (outcome: 'positive' | 'negative', fields = {}) =>
    definitive([['fentanyl', outcome]], { collectedAt: day(40), ...fields });

  it('is no question any more when the result is another; the list itself is still missing', () => {
    given(inIop, treatedElsewhere(day(37), { to: day(38), at: day(38) }), fentanyl('positive'))
      .when(fentanyl('negative', { status: 'corrected', reportedAt: day(41) }), timePasses(day(41)))
      .thenIncludes(happened('TaskCancelled', { taskId: task('drugs-given-list', 'e1') }));
  });
});
