import { colours, levelRamp, type Scheme } from '../../look/tokens.ts';
import type { LevelLook } from '../../marks/levels.ts';
import { language } from '../../texts/texts.ts';
import type { Cell } from './csv.ts';

/** One chart: what it found, how that is defined, the same as a table, and as ECharts draws it. */
export interface ChartModel {
  /** For the names of files. */
  readonly name: string;
  readonly title: string;
  readonly line: string;
  readonly definition: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly height: number;
  /** Takes the whole width. */
  readonly wide?: true;
  readonly option: (look: Look) => object;
}

/** How charts look in a scheme: from the tokens, never from the page. */
export function lookOf(scheme: Scheme) {
  const tokens = colours[scheme];
  const axis = {
    color: tokens.text3,
    fontSize: 11,
    lineHeight: 14,
    fontFamily: "'Inter Variable', system-ui, sans-serif",
  };
  return {
    scheme,
    tokens,
    level: (step: number): string => levelRamp[scheme][step - 1] ?? tokens.control,
    /** Greys from ink to pale: a test is evidence, and the end of care no traffic light. */
    greys:
      scheme === 'light'
        ? ['#161b22', '#5d6675', '#98a2b0', '#c3cad4', '#dfe4ea']
        : ['#e7eaef', '#a3acb9', '#6b7683', '#47515d', '#2e363f'],
    /** What every chart begins with. */
    base: {
      animation: false,
      textStyle: { fontFamily: axis.fontFamily, color: tokens.text2, fontSize: 12 },
      tooltip: {
        confine: true,
        backgroundColor: tokens.surface,
        borderColor: tokens.line2,
        textStyle: { color: tokens.text, fontSize: 12 },
        extraCssText: 'box-shadow: 0 4px 16px rgb(0 0 0 / 16%)',
      },
    },
    axis,
    label: { color: tokens.text, fontSize: 12, lineHeight: 15 },
    split: { lineStyle: { color: tokens.line } },
    legend: {
      bottom: 0,
      left: 0,
      itemWidth: 10,
      itemHeight: 10,
      itemGap: 16,
      icon: 'roundRect',
      textStyle: { color: tokens.text2, fontSize: 12 },
    },
  } as const;
}
export type Look = ReturnType<typeof lookOf>;

/** Levels of the programme, the most support first, and how any other code reads. */
export type Levels = readonly LevelLook[];
export const levelTitle = (levels: Levels, id: string): string => levels.find((level) => level.id === id)?.title ?? id;
export const levelStepOf = (levels: Levels, id: string): number => levels.find((level) => level.id === id)?.step ?? 1;

/** The most support first. */
export const byLevel =
  (levels: Levels) =>
  <Row extends { readonly level: string }>(rows: readonly Row[]): Row[] =>
    rows.toSorted((a, b) => place(levels, a.level) - place(levels, b.level));
const place = (levels: Levels, id: string): number => {
  const at = levels.findIndex((level) => level.id === id);
  return at < 0 ? levels.length : at;
};

export const number = (value: number, digits = 0): string =>
  new Intl.NumberFormat(language(), { maximumFractionDigits: digits }).format(value);
export const percent = (share: number): string => `${number(share * 100)}\u00a0%`;
export const shareOf = (part: number | null, of: number | null): number | null =>
  part === null || of === null || of === 0 ? null : part / of;
/** The sum, where every part is shown. */
export const sumOf = (parts: readonly (number | null)[]): number | null =>
  parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
export const dayWords = (day: string): string =>
  new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
