import type { Change, ContextFor } from '../change.ts';
import type { Projection } from '../models.ts';
import type { RulesContext } from '../row-context.ts';
import type { Row, Table } from '../table.ts';

type OfJourney = Extract<Projection, { readonly ofJourney: unknown }>;

const keyOf = ({ key }: Table, row: Row): string => JSON.stringify(key.map((column) => row[column]));

/** Several events in a row may say something of the same row: the last word counts. */
export const lastOfEach = (table: Table, rows: readonly Row[]): readonly Row[] =>
  rows.length < 2 ? rows : [...new Map(rows.map((row) => [keyOf(table, row), row])).values()];

/** What a change makes of all rows of a journey: those that are new or other than before, and those that are gone. */
export function changedRows(
  { table, facts, ofJourney }: OfJourney,
  { before, after }: Change,
  context: RulesContext,
  contextFor: ContextFor,
): { readonly changed: readonly Row[]; readonly gone: readonly Row[] } {
  if (before.status === 'not-opened') return { changed: ofJourney(after, context), gone: [] };
  const [was, is] = [facts(before), facts(after)];
  if (before.programme === after.programme && is.every((fact, index) => fact === was[index]))
    return { changed: [], gone: [] };
  const rows = ofJourney(after, context);
  const known = ofJourney(before, contextFor(before, before.recordedAt));
  const kept = new Set(known.map((row) => JSON.stringify(row)));
  const keys = new Set(rows.map((row) => keyOf(table, row)));
  return {
    changed: rows.filter((row) => !kept.has(JSON.stringify(row))),
    gone: known.filter((row) => !keys.has(keyOf(table, row))),
  };
}
