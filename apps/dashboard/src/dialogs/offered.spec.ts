import { namedActs, offeredActs } from './offered.ts';

const acts = offeredActs({ may: ['RecordSession', 'WithdrawFact', 'PlaceHold'] });
const found = (query: string) => namedActs(acts, query).map(({ command }) => command);

describe('the search for an act', () => {
  it('finds it by its own words', () => expect(found('record sess')).toEqual(['RecordSession']));
  it('finds it by other words for the same', () => {
    expect(found('correct')).toEqual(['WithdrawFact']);
    expect(found('mistake fact')).toEqual(['WithdrawFact']);
  });
  it('finds nothing by words of no act', () => expect(found('zebra')).toEqual([]));
});
