import { dayMs } from '../../marks/time.ts';
import { drawnOver, moved, spanOf, within, zoomed } from './picture-window.ts';

const day = (days: number) => days * dayMs;
const whole = { from: day(0), to: day(500) };
const days = ({ from, to }: { from: number; to: number }) => [from / dayMs, to / dayMs];

describe('the part of the time axis that is shown', () => {
  it('is the whole, a year, ninety days or this stay', () => {
    const of = (name: Parameters<typeof spanOf>[0]) => days(spanOf(name, whole, day(490), day(450)));
    expect(of('whole')).toEqual([0, 500]);
    expect(of('year')).toEqual([125, 500]);
    expect(of('days-90')).toEqual([400, 500]);
    expect(of('stay')).toEqual([448, 500]);
  });

  it('is the whole where there is no stay yet', () =>
    expect(days(spanOf('stay', whole, day(490), undefined))).toEqual([0, 500]));

  it('goes closer and farther around its middle, within bounds', () => {
    expect(days(zoomed({ from: day(100), to: day(200) }, 0.5, whole))).toEqual([125, 175]);
    expect(days(zoomed({ from: day(100), to: day(200) }, 20, whole))).toEqual([0, 500]);
    expect(days(zoomed({ from: day(100), to: day(106) }, 0.1, whole))).toEqual([100.5, 105.5]);
  });

  it('moves no farther than the whole', () => {
    expect(days(moved({ from: day(100), to: day(200) }, -0.5, whole))).toEqual([50, 150]);
    expect(days(moved({ from: day(450), to: day(500) }, 1, whole))).toEqual([450, 500]);
  });

  it('is what was drawn over, in any direction; a press is nothing', () => {
    const over = drawnOver(day(40), day(20), whole);
    expect(over && days(over)).toEqual([20, 40]);
    expect(drawnOver(day(40), day(40.1), whole)).toBeUndefined();
  });

  it('is never wider than a short journey', () =>
    expect(days(within({ from: day(-3), to: day(9) }, { from: day(0), to: day(7) }))).toEqual([0, 7]));
});
