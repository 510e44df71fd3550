import type { AnalyticsDrugTests } from '@stepway/contracts';
import type { TestMeaning } from '../test-meanings/table.ts';
import { filtered, filters, head, type AnalyticsScope } from './scope.ts';

const weeksSql = `
SELECT t.week::text AS week, t.meaning, count(*)::int FROM read.test_meaning t
WHERE ${filtered('t.level')} AND t.day >= $4::date AND t.day <= $5::date
GROUP BY 1, 2 ORDER BY 1`;

const classesSql = `
SELECT c AS "drugClass", count(*)::int FROM read.test_meaning t, unnest(t.classes) AS c
WHERE ${filtered('t.level')} AND t.day >= $4::date AND t.day <= $5::date AND t.meaning = 'unexpected'
GROUP BY 1 ORDER BY 2 DESC, 1`;

interface Found {
  readonly week: string;
  readonly meaning: TestMeaning;
  readonly count: number;
}

/** What tests came to mean, week by week; those not collected stand beside, never inside (clinical-reference §7 row 23). */
export async function readAnalyticsDrugTests(scope: AnalyticsScope): Promise<AnalyticsDrugTests> {
  const { database, from, to, groups } = scope;
  const values = [...filters(scope), from, to];
  const { rows } = await database.query<Found>({ name: 'read.analytics-tests', text: weeksSql, values });
  const { rows: classes } = await database.query<AnalyticsDrugTests['classes'][number] & { readonly count: number }>({
    name: 'read.analytics-test-classes',
    text: classesSql,
    values,
  });
  const weeks = [...Map.groupBy(rows, ({ week }) => week)].map(([week, own]) => weekOf(week, own, scope));
  return {
    ...head(scope),
    weeks,
    classes: classes.map(({ drugClass, count }) => ({ drugClass, count: groups.count(count) })),
    valid: groups.total([...Map.groupBy(rows, ({ week }) => week).values()].map(validIn)),
  };
}

const valid: readonly TestMeaning[] = ['unexpected', 'consistent', 'explained', 'negative', 'open', 'unclear'];
const validIn = (rows: readonly Found[]): number =>
  rows.reduce((sum, { meaning, count }) => sum + (valid.includes(meaning) ? count : 0), 0);

function weekOf(week: string, own: readonly Found[], { groups }: AnalyticsScope): AnalyticsDrugTests['weeks'][number] {
  const of = (...meanings: readonly TestMeaning[]): number =>
    own.reduce((sum, { meaning, count }) => sum + (meanings.includes(meaning) ? count : 0), 0);
  const shown = groups.parts([
    ...[of('unexpected'), of('consistent'), of('explained'), of('negative')],
    of('open', 'unclear'),
  ]);
  const [unexpected = null, consistent = null, explained = null, negative = null, open = null] = shown.parts;
  return {
    ...{ week, valid: shown.total, unexpected, consistent, explained, negative, open, hidden: shown.hidden },
    missed: groups.count(of('missed')),
    declined: groups.count(of('declined')),
    excused: groups.count(of('excused', 'unable')),
    notValid: groups.count(of('not-valid')),
  };
}
