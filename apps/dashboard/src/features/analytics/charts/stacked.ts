import type { Look } from '../chart-model.ts';

interface Stack {
  readonly bars: readonly string[];
  readonly parts: readonly { readonly name: string; readonly counts: readonly (number | null)[] }[];
  /** Of each bar, what is not shown of it: drawn hatched. */
  readonly hidden?: { readonly name: string; readonly counts: readonly (number | null)[] };
  /** Shares of each bar in place of numbers. */
  readonly asShares?: boolean;
  /** Written behind each bar. */
  readonly ends?: readonly string[];
}

/** Lying bars, each of parts in shades of ink with a gap between; what is hidden is hatched, so that no one takes it for nought. */
export function stacked({ bars, parts, hidden, asShares = false, ends }: Stack, look: Look): object {
  const all = [...parts, ...(hidden?.counts.some((count) => (count ?? 0) > 0) ? [{ ...hidden, hatched: true }] : [])];
  const totals = bars.map((_, at) => all.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0));
  const value = (count: number | null | undefined, at: number): number =>
    asShares ? (100 * (count ?? 0)) / Math.max(1, totals[at] ?? 0) : (count ?? 0);
  return {
    ...look.base,
    grid: { left: 4, right: 96, top: 8, bottom: all.length > 1 ? 52 : 24, containLabel: true },
    legend: all.length > 1 ? look.legend : undefined,
    xAxis: {
      type: 'value',
      max: asShares ? 100 : undefined,
      axisLabel: { ...look.axis, formatter: asShares ? '{value} %' : '{value}' },
      splitLine: look.split,
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...look.label, width: 150, overflow: 'break' },
    },
    series: all.map(({ name, counts, ...more }, index) => ({
      name,
      type: 'bar',
      stack: 'all',
      barMaxWidth: 20,
      data: counts.map((count, at) => value(count, at)),
      itemStyle: {
        color: 'hatched' in more ? look.tokens.surface3 : look.greys[Math.min(index, look.greys.length - 1)],
        borderColor: look.tokens.surface,
        borderWidth: 1,
        ...('hatched' in more && {
          decal: { symbol: 'rect', color: look.tokens.control, dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -0.7 },
        }),
      },
      label:
        index === all.length - 1 && ends !== undefined
          ? {
              show: true,
              position: 'right',
              ...look.label,
              formatter: ({ dataIndex }: { readonly dataIndex: number }) => ends[dataIndex] ?? '',
            }
          : undefined,
    })),
  };
}
