import { quantile, type Spread } from './figures.ts';

/** One figure of a bench, as people and machines read it. */
export interface Finding {
  /** What was measured, in words. */
  readonly what: string;
  readonly unit: 'per second' | 'ratio' | 'ms' | 'count';
  readonly value: number;
  /** Of several rounds; `value` is their median. */
  readonly spread?: Spread;
  /** What issue 1 asks for. */
  readonly aim?: { readonly atLeast: number } | { readonly atMost: number };
}

export interface BenchReport {
  readonly bench: string;
  /** What is compared with what, and how. */
  readonly about: string;
  readonly findings: readonly Finding[];
}

export const perSecond = (what: string, spread: Spread, aim?: Finding['aim']): Finding =>
  inRounds(what, 'per second', spread, aim);
export const ratio = (what: string, spread: Spread, aim?: Finding['aim']): Finding =>
  inRounds(what, 'ratio', spread, aim);
export const ms = (what: string, value: number, aim?: Finding['aim']): Finding => finding(what, 'ms', value, aim);
export const count = (what: string, value: number): Finding => finding(what, 'count', value, undefined);
/** What was acknowledged and cannot be found: a bench with any of it has failed. */
export const lost = (what: string, value: number): Finding => finding(what, 'count', value, { atMost: 0 });

/** Median and 99th percentile of latencies in ms. */
export const latencies = (
  what: string,
  values: readonly number[],
  aims: { readonly p50?: Finding['aim']; readonly p99?: Finding['aim'] } = {},
): readonly Finding[] => [
  ms(`p50 ${what}`, quantile(values, 0.5), aims.p50),
  ms(`p99 ${what}`, quantile(values, 0.99), aims.p99),
];

const finding = (what: string, unit: Finding['unit'], value: number, aim: Finding['aim']): Finding => ({
  ...{ what, unit, value },
  ...(aim === undefined ? {} : { aim }),
});

const inRounds = (what: string, unit: Finding['unit'], spread: Spread, aim: Finding['aim']): Finding => ({
  ...finding(what, unit, spread.median, aim),
  spread,
});

/** Whether a figure is as good as was asked for; undefined where nothing was. */
export function reached({ value, aim }: Finding): boolean | undefined {
  if (aim === undefined) return undefined;
  return 'atLeast' in aim ? value >= aim.atLeast : value <= aim.atMost;
}

/** Whether everything acknowledged was found again, once. */
export const isSound = ({ findings }: BenchReport): boolean =>
  findings.every(({ unit, aim, value }) => unit !== 'count' || aim === undefined || value === 0);

/** A table for a terminal. */
export function tableOf({ bench, about, findings }: BenchReport): string {
  const rows = findings.map((one) => [one.what, figure(one, one.value), range(one), aimOf(one)]);
  const table = [['', 'median', 'lowest … highest', 'aim'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
  return [`\n${bench}: ${about}`, ...lines].join('\n');
}

function figure({ unit }: Finding, value: number): string {
  switch (unit) {
    case 'per second':
      return `${Math.round(value).toLocaleString('en')}/s`;
    case 'ratio':
      return value.toFixed(2);
    case 'ms':
      return `${value.toFixed(value < 1 ? 2 : 1)} ms`;
    case 'count':
      return value.toLocaleString('en');
  }
}

const range = (one: Finding): string =>
  one.spread === undefined ? '' : `${figure(one, one.spread.lowest)} … ${figure(one, one.spread.highest)}`;

function aimOf(one: Finding): string {
  if (one.aim === undefined) return '';
  const wanted = 'atLeast' in one.aim ? `≥ ${figure(one, one.aim.atLeast)}` : `≤ ${figure(one, one.aim.atMost)}`;
  return `${wanted} ${reached(one) === true ? '✔' : '✖'}`;
}
