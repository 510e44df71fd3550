import { outstanding } from '../advance.ts';
import { assessed } from '../specs/assessments.ts';
import { admitted, day, definitive, inCareAt, opened } from '../specs/commands.ts';
import { goalWithdrawn } from '../specs/contact.ts';
import { cameBack } from '../specs/after.ts';
import { given, Lived, timePasses, type Step } from '../specs/given.ts';
import { arrived, discharged, done, first, goalReached, goalsSet, held, overrideTo } from '../specs/moves.ts';
import { pregnant } from '../specs/person.ts';
import { leaves, treatedElsewhere } from '../specs/safety.ts';
import { newYork, standardFour } from '../specs/standard-four.ts';
import { plusHours, type Instant } from '../time.ts';
import { reassessmentOwed } from './reassessment.ts';

const iop = { 4: '2.1' } as const;
const assessedInIop = [opened(), assessed(iop, day(-1)), admitted('iop')];
const rules = { programme: standardFour, calendar: newYork };

const journeyAfter = (...steps: readonly (Step | readonly Step[])[]) => {
  const lived = new Lived();
  for (const step of [assessedInIop, ...steps].flat()) lived.step(step);
  return lived.opened();
};
/** What is waited for. */
const waitsFor = (...steps: readonly (Step | readonly Step[])[]) =>
  reassessmentOwed(journeyAfter(...steps), rules).map(({ at, cause, subject }) => ({ at, cause, subject }));
/** The events that ask for a reassessment, as they stand in the log. */
const asks = (...steps: readonly (Step | readonly Step[])[]) => {
  const { events } = given(assessedInIop).when(...steps.flat());
  const causes = new Map(events.map(({ id, type }) => [id, type]));
  return events.flatMap(({ type, occurredAt, causedBy, data }) =>
    type === 'TaskOpened' && 'kind' in data && data.kind === 'reassessment'
      ? [{ occurredAt, causedBy: causedBy === undefined ? undefined : causes.get(causedBy), data }]
      : [],
  );
};
const task = (subject: string, dueAt: Instant) => ({
  taskId: `episode-1.task.reassessment.${subject.replace('episode-1.', '')}`,
  kind: 'reassessment',
  role: 'therapist',
  subject,
  dueAt,
});
const inCadence = { at: plusHours(day(29), -8), cause: 'reassessment', subject: 'a-2026-05-03T12-00' };

describe('the next reassessment', () => {
  it('is waited for in the cadence of the level, and nothing else is', () => {
    expect(waitsFor()).toEqual([inCadence]);
    expect(outstanding(journeyAfter(), new Lived().context())).toContainEqual(inCadence);
  });

  it('has no cause but time', () => {
    const context = new Lived().context();
    expect(reassessmentOwed(journeyAfter(), rules)[0]?.make({ ...context, now: inCadence.at })).toStrictEqual([
      { type: 'TaskOpened', occurredAt: inCadence.at, data: task(inCadence.subject, plusHours(inCadence.at, 24)) },
    ]);
  });

  it('is not waited for while one is asked for, without a first assessment, away, or out of care', () => {
    expect(waitsFor(pregnant(day(2)))).toEqual([]);
    expect(waitsFor(leaves(day(2), 'hospital'))).toEqual([]);
    expect(waitsFor(discharged('dropped-out', day(2)))).toEqual([]);
    const unassessed = new Lived();
    for (const step of inCareAt('iop')) unassessed.step(step);
    expect(reassessmentOwed(unassessed.opened(), rules)).toEqual([]);
  });
});

describe('what asks for a reassessment, with its cause and until when', () => {
  it.each([
    ['cadence', [timePasses(day(31))], undefined, inCadence.subject, inCadence.at, 24],
    ['arrival', [overrideTo('residential', day(2)), arrived(first, day(3))], undefined, first, day(3), 24],
    ['goals', [goalsSet(day(1), 'g1'), goalReached('g1', day(4))], 'GoalCompleted', 'g1', day(4), 24],
    ['emergency care', [treatedElsewhere(day(4))], 'ExternalEncounterRecorded', 'e1', day(4), 24],
    ['pregnancy', [pregnant(day(4))], 'PregnancyRecorded', 'p1', day(4), 24],
  ] as const)('%s', (_what, steps, causedBy, subject, at, withinHours) => {
    expect(asks(...steps)).toStrictEqual([
      { occurredAt: at, causedBy, data: task(subject, plusHours(at, withinHours)) },
    ]);
  });

  it('a goal withdrawn last closes the list as one achieved does', () => {
    const goals = [goalsSet(day(1), 'g1', 'g2'), goalReached('g1', day(4)), goalWithdrawn('g2', day(5))];
    expect(asks(goals)).toMatchObject([{ occurredAt: day(5), data: { subject: 'g2' } }]);
  });

  it('emergency care is asked about from its end, told when it is over', () => {
    const over = treatedElsewhere(day(4), { to: day(5), at: day(6) });
    expect(asks(over)).toMatchObject([{ occurredAt: day(6), data: { subject: 'e1' } }]);
    expect(asks(assessed(iop, day(5)), over)).toEqual([]);
    expect(asks(assessed(iop, day(4.9), { occurredAt: day(5) }), over)).toHaveLength(1);
  });

  it('a use that moves no one, in this stay', () => {
    const used = definitive([['cocaine', 'positive']], { collectedAt: day(25) });
    const paused = held('h1', day(24), day(27));
    expect(asks(assessed(iop, day(20)), paused, used)).toMatchObject([
      { occurredAt: day(25), causedBy: 'UseEstablished', data: { subject: 'episode-1.use.S-2026-05-29T12' } },
    ]);
  });
});

describe('what belongs to the time before the stay asks for none', () => {
  it.each([
    ['emergency care', (at: Instant) => treatedElsewhere(at), -0.5, true],
    ['emergency care at its first moment', (at: Instant) => treatedElsewhere(at, { at: day(0.1) }), 0, false],
    ['a pregnancy', (at: Instant) => pregnant(at), -0.5, true],
  ] as const)('%s', (_what, told, at, before) => {
    const admittedLater = [opened(), assessed(iop, day(-1)), ...(before ? [told(day(at))] : []), admitted('iop')];
    const { journey } = given(admittedLater, before ? [] : [told(day(at))]).when(timePasses(day(1)));
    expect(journey.tasks.filter(({ kind }) => kind === 'reassessment')).toHaveLength(before ? 0 : 1);
  });

  it('a move that was completed before the person left and came back', () => {
    const moved = [overrideTo('residential', day(2)), assessed({ 4: '3.5' }, day(2.5)), arrived(first, day(3))];
    const back = [discharged('dropped-out', day(5)), assessed(iop, day(8)), cameBack('iop', day(9))];
    expect(asks(moved, back)).toEqual([]);
  });

  it('but a pregnancy that became known at its first moment does', () => {
    expect(asks(pregnant(day(0)))).toHaveLength(1);
  });

  it('a use, which asks from the first moment of the stay on, where it moved no one', () => {
    const used = definitive([['cocaine', 'positive']], { collectedAt: day(25) });
    const paused = [assessed(iop, day(20)), held('h1', day(24), day(27)), used];
    const since = (on: number) => {
      const journey = journeyAfter(paused, leaves(day(25.5), 'hospital'));
      if (journey.status !== 'active') throw new Error('still in care');
      const stay = { ...journey.stay, since: day(on) };
      return reassessmentOwed({ ...journey, stay, tasks: [] }, rules).map(({ at }) => at);
    };
    expect([24, 25, 25.1].map(since)).toEqual([[day(25)], [day(25)], []]);
    const moved = journeyAfter(assessed(iop, day(20)), used, leaves(day(25.5), 'hospital'));
    expect(reassessmentOwed({ ...moved, tasks: [] }, rules)).toEqual([]);
  });
});

describe('a reassessment is answered', () => {
  const answered = (steps: readonly Step[]) => waitsFor(steps).map(({ cause }) => cause);

  it.each([
    ['made at the moment that asked', [assessed(iop, day(6)), pregnant(day(6))]],
    ['made since a move began', [overrideTo('residential', day(3)), assessed(iop, day(3)), arrived(first, day(4))]],
    ['made on the same day and recorded since', [pregnant(day(6)), assessed(iop, day(5.7), { occurredAt: day(6.5) })]],
    ['made on the same day and recorded then', [pregnant(day(6)), assessed(iop, day(5.7), { occurredAt: day(6) })]],
  ] as const)('by an assessment %s', (_how, steps) => {
    expect(answered(steps)).toEqual(['reassessment']);
  });

  it('by no other task, nor by one that was cancelled', () => {
    const contact = [pregnant(day(2)), assessed(iop, day(2.1))];
    expect(asks(contact, done('episode-1.task.obstetric-care.p1', day(6)), treatedElsewhere(day(6)))).toHaveLength(2);
    const asked = journeyAfter(pregnant(day(6)));
    const tasks = asked.tasks.map((one) => ({ ...one, state: 'cancelled', endedAt: day(7) }) as const);
    expect(reassessmentOwed({ ...asked, tasks }, rules)).toMatchObject([{ at: day(6), subject: 'p1' }]);
  });
});

describe('of several reasons', () => {
  const asking = (...steps: readonly Step[]) => {
    const unasked = { ...journeyAfter(steps), tasks: [] };
    return reassessmentOwed(unasked, rules).map(({ at, subject }) => ({ at, subject }));
  };

  it('the oldest asks, and of one moment the first in the list', () => {
    const elsewhere = (on: number) => treatedElsewhere(day(on));
    expect(asking(pregnant(day(6)), elsewhere(8))).toEqual([{ at: day(6), subject: 'p1' }]);
    expect(asking(elsewhere(5), pregnant(day(6)))).toEqual([{ at: day(5), subject: 'e1' }]);
    expect(asking(pregnant(day(6)), elsewhere(6))).toEqual([{ at: day(6), subject: 'e1' }]);
  });
});
