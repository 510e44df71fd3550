import { admitted } from '../specs/lived.ts';
import { journeyCache } from './journey-cache.ts';

describe('the journeys in memory', () => {
  it('make room for new ones, the least recently used first', () => {
    const [ada, ben, cyd] = [admitted('ada').journey, admitted('ben').journey, admitted('cyd').journey];
    const cache = journeyCache(ada.version * 2);
    cache.set(ada);
    cache.set(ben);
    cache.get('ada');
    cache.set(cyd);
    expect(cache.get('ben')).toBeUndefined();
    expect(cache.get('ada')).toBe(ada);
    expect(cache.get('cyd')).toBe(cyd);
  });
});
