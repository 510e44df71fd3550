import { evolve } from '../evolve.ts';
import type { CareEvent } from '../events.ts';
import { by, day, definitive, inCareAt } from '../specs/commands.ts';
import { given } from '../specs/given.ts';
import { arrived, discharged, first, overrideTo } from '../specs/moves.ts';
import { standardFour } from '../specs/standard-four.ts';
import { levelOf, levelThen, LevelNotInProgramme } from './level-of.ts';
import { kindOfMove } from './start.ts';
import { stepDownTargetOf, stepUpTargetOf } from './targets.ts';

const [detox, iop, aftercare] = ['detox', 'iop', 'aftercare'].map((id) => levelOf(standardFour, id));
if (!detox || !iop || !aftercare) throw new Error('no such level');

describe('a level of a programme', () => {
  it('is found by its id; that there is none is said', () => {
    expect(iop.title).toBe('Intensive outpatient (IOP)');
    const look = () => levelOf(standardFour, 'php');
    expect(look).toThrow(LevelNotInProgramme);
    expect(look).toThrow(
      expect.objectContaining({
        code: 'LEVEL_NOT_IN_PROGRAMME',
        message: 'programme standard-four version 2 has no level php',
      }),
    );
  });

  it('is the present or the last one where the programme has that of then no more, else the one of entry', () => {
    const stays = [
      { level: 'iop', since: day(0), until: day(3) },
      { level: 'aftercare', since: day(3) },
    ];
    expect(levelThen({ stays, entryLevel: 'detox' }, 'iop', standardFour)).toBe(iop);
    expect(levelThen({ stays, entryLevel: 'detox' }, 'php', standardFour)).toBe(aftercare);
    expect(levelThen({ stays: [], entryLevel: 'detox' }, 'php', standardFour)).toBe(detox);
  });

  it('gives more support, less, or as much, by its rank', () => {
    expect(kindOfMove(iop, detox)).toBe('step-up');
    expect(kindOfMove(iop, aftercare)).toBe('step-down');
    expect(kindOfMove(iop, { ...aftercare, rank: iop.rank })).toBe('lateral');
  });

  it('leads adolescents their own way, where they have one', () => {
    const own = { ...iop, adolescentStepUpTo: 'detox', adolescentStepDownTo: 'residential' };
    expect([stepUpTargetOf(own, 'adolescent', standardFour), stepUpTargetOf(own, 'adult', standardFour)]).toEqual([
      'detox',
      'residential',
    ]);
    expect([stepDownTargetOf(own, 'adolescent'), stepDownTargetOf(own, 'adult')]).toEqual(['residential', 'aftercare']);
    expect(stepUpTargetOf(iop, 'adolescent', standardFour)).toBe('residential');
    expect(stepDownTargetOf(iop, 'adolescent')).toBe('aftercare');
    expect(stepUpTargetOf({ ...own, kind: 'aftercare' }, 'adolescent', standardFour)).toBe('iop');
  });
});

describe('what a log tells of moves', () => {
  const inIop = inCareAt('iop');
  const event = <T extends CareEvent['type']>(type: T, data: object): CareEvent =>
    ({
      id: 'told',
      type,
      sequence: 99,
      commandId: 'told',
      actor: by('system'),
      occurredAt: day(20),
      recordedAt: day(20),
      data,
    }) as unknown as CareEvent;

  it('is an arrival of somebody of whose way nothing is known: a person decided it', () => {
    const { journey } = given(inIop).when(overrideTo('residential', day(3)), arrived(first, day(4)));
    const data = { transitionId: 'told', kind: 'step-down', from: 'residential', to: 'iop', attendedAt: day(19) };
    const after = evolve(journey, event('TransitionCompleted', data));
    expect(after).toMatchObject({ stay: { level: 'iop', since: day(19) } });
    expect(after.completedTransitions.at(-1)).toEqual({
      transitionId: 'told',
      kind: 'step-down',
      from: 'residential',
      to: 'iop',
      grounds: [],
      by: 'person',
      startedAt: day(20),
      completedAt: day(19),
    });
  });

  it('changes nothing of a journey that has ended, but what was considered is counted', () => {
    const { journey } = given(inIop, definitive([['cocaine', 'positive']])).when(discharged('dropped-out', day(12)));
    const { decisionCount } = journey;
    for (const type of ['TransitionResumed', 'TransitionEscalated', 'TransitionLapsed', 'HandOffScheduled'] as const) {
      const after = evolve(journey, event(type, { transitionId: first, cause: 'hand-off-overdue' }));
      expect(after).toMatchObject({ status: 'discharged', stays: journey.stays, completedTransitions: [] });
    }
    const considered = { about: 'step-down', rules: [], outcome: 'task', trigger: { eventId: 'e' } };
    expect(evolve(journey, event('TransitionConsidered', considered))).toMatchObject({
      status: 'discharged',
      stays: journey.stays,
      decisionCount: decisionCount + 1,
    });
  });
});
