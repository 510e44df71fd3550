import { JourneyView } from '@stepway/contracts';
import { notOpened } from '@stepway/pathway';
import { fold } from '../change.ts';
import { admitted, away, back, day, discharged, inCrisis, referred, tested, type Lived } from '../specs/lived.ts';
import { contextFor } from '../specs/rules.ts';
import { projectSpecimens } from './project.ts';
import { journeyAt } from '../past/past.ts';
import { journeyView } from './query.ts';

const viewOf = ({ journey }: Lived) => journeyView(journey, contextFor);

describe('the page of a journey', () => {
  it('is as the contract says, at every status', () => {
    const lives = [
      referred('ada'),
      admitted('ben'),
      tested(admitted('cyd'), 10, 'positive'),
      discharged(tested(admitted('dee'), 4, 'negative'), 9),
      inCrisis(back(away(admitted('eve', 'residential'), 2, 3), 3, 'leave-2'), 4),
    ];
    for (const life of lives) expect(JourneyView.parse(viewOf(life))).toEqual(viewOf(life));
  });

  it('shows the newest specimen first, each class with what it came to mean', () => {
    const { specimens } = viewOf(tested(tested(admitted('ada'), 4, 'negative'), 9, 'positive'));
    expect(specimens.map(({ specimenId }) => specimenId)).toEqual(['S-9', 'S-4']);
    expect(specimens[0]?.results).toContainEqual(
      expect.objectContaining({ drugClass: 'cocaine', outcome: 'positive', disposition: 'unexpected-use' }),
    );
  });

  it('can be shown as it was known at a moment of the past', () => {
    const life = tested(admitted('ada'), 10, 'positive');
    expect(journeyAt(life.events, { asOf: day(-15), sense: 'known' })).toBeUndefined();
    expect(journeyAt(life.events, { asOf: day(-1), sense: 'known' })?.status).toBe('referred');
    expect(journeyAt(life.events, { asOf: day(9), sense: 'known' })?.specimens).toEqual([]);
    expect(journeyAt(life.events, { asOf: day(10), sense: 'known' })?.specimens).toHaveLength(1);
  });

  it('writes again only the specimens that were touched', () => {
    const life = tested(admitted('ada'), 4, 'negative');
    const before = life.journey;
    tested(life, 9, 'negative');
    const change = fold(before, life.events);
    expect(change && projectSpecimens(change).map((row) => row.specimen_id)).toEqual(['S-9']);
    expect(fold(life.journey, life.events)).toBeUndefined();
  });

  it('cannot be folded past a hole', () => {
    const life = admitted('ada');
    expect(() => fold(notOpened('ada'), life.events.slice(1))).toThrow('came where 1 was expected');
  });
});
