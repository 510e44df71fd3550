import { DecisionView } from '@stepway/contracts';
import { notOpened } from '@stepway/pathway';
import { fold } from '../change.ts';
import { admitted, referred, tested, type Lived } from '../specs/lived.ts';
import { projectDecisions } from './project.ts';

function decisionsOf({ episodeId, events }: Lived): DecisionView[] {
  const views: DecisionView[] = [];
  fold(notOpened(episodeId), events, (step) => {
    for (const { view } of projectDecisions(step)) views.push(DecisionView.parse(JSON.parse(view)));
  });
  return views;
}

describe('the decisions of a journey', () => {
  it('say why a test means what it means, and from which report', () => {
    const life = tested(admitted('ada'), 10, 'positive');
    const report = life.events.find(({ type }) => type === 'DrugTestResultRecorded');
    expect(decisionsOf(life)).toContainEqual(
      expect.objectContaining({
        about: 'drug-test',
        specimenId: 'S-10',
        drugClass: 'cocaine',
        outcome: 'unexpected-use',
        programme: { id: 'standard-four', version: 2 },
        trigger: { eventId: report?.id },
      }),
    );
  });

  it('say which rules let a move through', () => {
    const about = decisionsOf(tested(admitted('ada'), 10, 'positive')).find((decision) => decision.about === 'step-up');
    expect(about).toMatchObject({ outcome: 'started' });
    expect(about?.rules.length).toBeGreaterThan(0);
  });

  it('are none where nothing was decided', () => {
    expect(decisionsOf(referred('ada'))).toEqual([]);
  });
});
