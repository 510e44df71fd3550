import { evolve } from '../evolve.ts';
import { notOpened, type Journey } from '../journey.ts';
import { eventsOf, linesOf, names, read } from '../specs/kept-journeys.ts';

const orders = (name: string): readonly string[] => {
  const seen: string[] = [];
  eventsOf(read(linesOf(name))).reduce<Journey>((before, event) => {
    const after = evolve(before, event);
    seen.push(Object.keys(after).join());
    return after;
  }, notOpened('e'));
  return seen;
};

describe('the names of a journey', () => {
  it('stay the same, in the same order, from its first event to its last: only so is it copied fast', () => {
    expect(new Set(names().flatMap(orders)).size).toBe(1);
  });
});
