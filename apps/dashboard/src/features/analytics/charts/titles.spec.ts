import type { AnalyticsCensus } from '@stepway/contracts';
import { censusChart } from './census.ts';
import { completionChart } from './completion.ts';
import { funnelChart } from './funnel.ts';

const head = { from: '2026-06-01', to: '2026-11-26', asOf: '2026-11-26T12:00:00.000Z', smallGroupsHidden: true };
const census = (levels: AnalyticsCensus['levels']) =>
  censusChart({ ...head, days: ['2026-11-25', '2026-11-26'], levels, waiting: [0, 0] }, []);

describe('the title of a chart', () => {
  it('says what was found where all of it is shown', () => {
    expect(census([{ level: 'iop', people: [40, 52] }]).title).toBe('People in care grew from 40 to 52');
  });

  it('says what may be said where a part is hidden', () => {
    const levels = [
      { level: 'detox', people: [12, null] },
      { level: 'iop', people: [40, 52] },
      { level: 'residential', people: [90, 119] },
    ];
    expect(census(levels).title).toBe('residential has most people now: 119');
    const steps = [
      { step: 'asked' as const, count: 31 },
      { step: 'admitted' as const, count: null },
    ];
    const title = '31 people asked for care';
    expect(funnelChart({ ...head, steps, closed: null, waiting: null, early: null }).title).toBe(title);
    const iop = { level: 'iop', stays: 14, reasons: [{ reason: 'completed' as const, count: null }] };
    expect(completionChart({ ...head, levels: [{ ...iop, moved: null, hidden: 14 }] }, []).title).toBe(
      '14 stays ended',
    );
  });

  it('names the question only where nothing may be said', () => {
    expect(census([{ level: 'iop', people: [null, null] }]).title).toBe('People at each level over time');
  });
});
