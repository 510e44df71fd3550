import { claims } from '../claims.ts';
import { decide } from '../decide.ts';
import { day, definitive, inCareAt, stopsTaking, takes } from '../specs/commands.ts';
import { given, Lived, type Step } from '../specs/given.ts';
import { arrived, discharged, first, goalReached, goalsSet, happened } from '../specs/moves.ts';
import { idOf, standingFacts, withdrawn } from '../specs/withdrawn-facts.ts';

function lived(...steps: readonly (Step | readonly Step[])[]): Lived {
  const one = new Lived();
  for (const step of steps.flat()) one.step(step);
  return one;
}

const inIop = inCareAt('iop');
const cocaine = definitive([['cocaine', 'positive']]);
const reported = idOf('DrugTestResultRecorded', lived(inIop, cocaine).events);

describe('a positive that was entered in error', () => {
  it('is superseded, its use withdrawn, and the move that stood on it ends', () => {
    given(inIop, cocaine)
      .when(withdrawn(reported, day(11)))
      .thenIncludes(
        happened('FactWithdrawn', { eventId: reported, fact: 'DrugTestResultRecorded' }),
        happened('DrugTestDisposed', { drugClass: 'cocaine', disposition: 'superseded', rule: 'withdrawn' }),
        happened('UseWithdrawn'),
        happened('TransitionCancelled', { transitionId: first, cause: 'grounds-withdrawn' }),
      );
  });

  it('silently reverses no move that was made', () => {
    const { journey } = given(inIop, cocaine, arrived(first, day(12))).when(withdrawn(reported, day(13)));
    expect(journey).toMatchObject({ status: 'active', stay: { level: 'residential' }, uses: [{ withdrawn: true }] });
  });

  it('leads back to the same dispositions when it is told again', () => {
    const before = lived(inIop, cocaine).opened();
    const again = lived(inIop, cocaine, withdrawn(reported, day(11)), { ...cocaine, commandId: 'again' }).opened();
    const dispositions = ({ specimens }: typeof before) =>
      specimens.map(({ specimenId, judgements }) => [specimenId, judgements.cocaine?.disposition]);
    expect(dispositions(again)).toEqual(dispositions(before));
    const uses = ({ uses: all }: typeof before) => all.map((use) => [use.useId, use.withdrawn]);
    expect(uses(again)).toEqual(uses(before));
  });

  it('can be recorded for the person it belongs to', () => {
    const one = lived(inIop, cocaine);
    const command = withdrawn(reported, day(10), { reasonCode: 'wrong-person' });
    const taken = decide(one.journey, command, one.context());
    expect(claims(one.journey, taken.accepted ? taken.events : []).release).toEqual([
      { kind: 'specimen', key: cocaine.specimenId, owner: 'patient-1' },
    ]);
  });

  it('is judged again from what another report of the specimen still says', () => {
    const earlier = definitive([['cocaine', 'negative']], { collectedAt: day(10), reportedAt: day(11) });
    const corrected = definitive([['cocaine', 'positive']], {
      collectedAt: day(10),
      reportedAt: day(12),
      status: 'corrected',
    });
    const told = lived(inIop, earlier, corrected).events.filter(({ type }) => type === 'DrugTestResultRecorded');
    given(inIop, earlier, corrected)
      .when(withdrawn(told[1]?.id ?? '', day(13)))
      .thenIncludes(
        happened('DrugTestDisposed', { drugClass: 'cocaine', disposition: 'negative' }),
        happened('UseWithdrawn'),
      );
  });
});

describe('a medication that was recorded for the wrong person', () => {
  const medicated = [...inIop, takes('methadone', { kind: 'moud' })];
  const methadone = definitive([['methadone', 'positive']], { collectedAt: day(20) });
  const id = idOf('MedicationRecorded', lived(medicated).events);

  it('explains nothing any more', () => {
    given(medicated, methadone)
      .when(withdrawn(id, day(21), { reasonCode: 'wrong-person' }))
      .thenIncludes(happened('DrugTestDisposed', { drugClass: 'methadone', disposition: 'unexpected-use' }));
  });

  it('is taken again when only its end was entered in error', () => {
    const ended = [...medicated, stopsTaking('methadone', day(2))];
    const { journey } = given(ended).when(withdrawn(idOf('MedicationEnded', lived(ended).events), day(3)));
    expect(journey.medications).toEqual([expect.not.objectContaining({ endedAt: expect.anything() })]);
  });
});

describe('any fact', () => {
  const reached = [...inIop, goalsSet(day(1), 'g1', 'g2'), goalReached('g1', day(2))];
  const id = idOf('GoalCompleted', lived(reached).events);

  it('is withdrawn once, also that a goal was reached, and no longer stands', () => {
    const { journey } = given(reached).when(withdrawn(id, day(3)));
    expect(journey.goals.map(({ goalId, state }) => `${goalId} ${state}`).toSorted()).toEqual(['g1 open', 'g2 open']);
    expect(standingFacts(journey).map((event) => event.id)).not.toContain(id);
    given(reached, withdrawn(id, day(3)))
      .when(withdrawn(id, day(4)))
      .thenNothing();
  });

  it('is withdrawn after discharge too', () => {
    given(inIop, cocaine, discharged('transferred', day(12)))
      .when(withdrawn(reported, day(14)))
      .thenIncludes(happened('UseWithdrawn'));
  });

  it('must have been told: an admission or a move by rule is answered by a decision', () => {
    const { events } = lived(inIop, cocaine);
    given(inIop, cocaine)
      .when(withdrawn('no-such-event', day(11)))
      .thenRejects('UnknownFact');
    given(inIop, cocaine)
      .when(withdrawn(idOf('Admitted', events), day(11)))
      .thenRejects('NotAFact');
    given(inIop, cocaine)
      .when(withdrawn(idOf('TransitionStarted', events), day(11)))
      .thenRejects('NotAFact');
  });
});
