import {
  localDate,
  mergeReports,
  mondayOf,
  type Disposition,
  type DrugClass,
  type Instant,
  type OpenedJourney,
  type Specimen,
} from '@stepway/pathway';
import type { RulesContext } from '../../row-context.ts';
import { codes } from '../../table.ts';
import { levelAt } from '../services.ts';
import { testMeanings, type TestMeaning, type TestMeaningRow } from './table.ts';

export const testFacts = ({ specimens, notCollected, stays }: OpenedJourney): readonly unknown[] => [
  specimens,
  notCollected,
  stays,
];

/** What has each test come to mean? A row for each specimen, and for each test that was due and not collected. */
export function projectTestMeanings(journey: OpenedJourney, { calendar }: RulesContext): readonly TestMeaningRow[] {
  const rowOf = (id: string, at: Instant, meaning: TestMeaning, classes: readonly DrugClass[] = []) => {
    const day = localDate(at, calendar);
    return {
      episode_id: journey.episodeId,
      test_id: id,
      site_id: journey.siteId,
      programme: journey.programme.id,
      level: levelAt(journey, at),
      day,
      week: mondayOf(day),
      meaning,
      classes: codes(classes),
    };
  };
  return [
    ...journey.specimens.flatMap((specimen) => {
      const found = meaningOf(specimen);
      if (found === undefined) return [];
      return [rowOf(`s.${specimen.specimenId}`, specimen.collectedAt, found.meaning, found.classes)];
    }),
    ...journey.notCollected.map(({ dueAt, outcome }) => rowOf(`d.${dueAt}`, dueAt, outcome)),
  ];
}

/** Undefined where every report was cancelled: there is no specimen to count. */
export function meaningOf(
  specimen: Specimen,
): { readonly meaning: TestMeaning; readonly classes: readonly DrugClass[] } | undefined {
  const merged = mergeReports(specimen);
  const judged = merged.classes.map(({ drugClass }) => ({
    drugClass,
    meaning: meanings[specimen.judgements[drugClass]?.disposition ?? 'pending'],
  }));
  const meaning = testMeanings.find((one) => judged.some((each) => each.meaning === one));
  if (meaning === undefined) return undefined;
  return { meaning, classes: judged.filter((each) => each.meaning === 'unexpected').map(({ drugClass }) => drugClass) };
}

/**
 * Valid = one that says something about use. An absence of a medication that should be there is a negative one here:
 * its review is of safety, not of use.
 */
const meanings: Readonly<Record<Disposition, TestMeaning | undefined>> = {
  superseded: undefined,
  missed: 'missed',
  excused: 'excused',
  declined: 'declined',
  unable: 'unable',
  'integrity-concern': 'not-valid',
  recollect: 'not-valid',
  'awaiting-review': 'open',
  inconclusive: 'unclear',
  'unexpected-absence': 'negative',
  negative: 'negative',
  'unexpected-pattern': 'unclear',
  'expected-prescribed': 'explained',
  'unexpected-use': 'unexpected',
  baseline: 'consistent',
  residual: 'consistent',
  'awaiting-confirmation': 'open',
  pending: 'open',
};
