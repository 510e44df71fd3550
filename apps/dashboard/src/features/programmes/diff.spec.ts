/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { PublishedProgramme } from '@stepway/contracts';
import type { Programme } from './programme.ts';
import { speak } from '../../texts/texts.ts';
import { diff } from './diff.ts';
import { readVersions } from './read-versions.ts';
import { sectionsOf } from './says/sections.ts';

const content = (version: number): Record<string, unknown> =>
  JSON.parse(
    readFileSync(
      new URL(`../../../../../libs/pathway/programmes/standard-four.v${version}.json`, import.meta.url),
      'utf8',
    ),
  ) as Record<string, unknown>;
const published = [1, 2].map((version) =>
  PublishedProgramme.parse({
    id: 'standard-four',
    version,
    title: 't',
    ladder: [],
    levels: [],
    content: content(version),
  }),
);
const versions = readVersions(published);
const [first, second] = [1, 2].map((version) => versions.get(version));
if (first === undefined || second === undefined) throw new Error('The shipped versions cannot be read');

const words = (programme: Programme): readonly string[] =>
  sectionsOf(programme).flatMap(({ statements }) => statements.map((one) => one.words));
const flat = (before: Programme, after: Programme) =>
  diff(before, after).flatMap(({ id, changes }) => changes.map((change) => [id, change.before, change.after]));

describe('the rules of a programme', () => {
  it('are read as sentences, level by level', () => {
    const iop =
      sectionsOf(second)
        .find(({ level }) => level === 'iop')
        ?.statements.map((one) => one.words) ?? [];
    expect(iop).toEqual(
      expect.arrayContaining([
        'Adults: 9 to 19 hours of care a week.',
        'Adolescents: 6 to 19 hours of care a week.',
        'The stay is reviewed after 56 days; the review moves nobody.',
        'More support leads to residential.',
        'Less support needs 14 days without unexpected use.',
        'After less support, seen at the next level within 14 days.',
      ]),
    );
  });

  it('say what a guard does of which nothing is known', () => {
    expect(words(second)).toContain('The person agrees; not known counts as met.');
    const strict = { ...second, stepDown: { ...second.stepDown, whenUnknown: 'fail' as const } };
    expect(words(strict)).toContain('The person agrees; not known holds the move back.');
    expect(words(strict)).toContain('No open crisis.');
  });

  it('have an id for each sentence, and none is left unsaid in Spanish', async () => {
    const ids = sectionsOf(second).flatMap(({ statements }) => statements.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    await speak('es');
    expect(words(second).filter((one) => one.includes('{{') || one.startsWith('programmeRules'))).toEqual([]);
    await speak('en');
  });
});

describe('the difference of two versions', () => {
  it('is nothing between a version and itself', () => expect(diff(second, second)).toEqual([]));

  it('is what changed from the first to the second shipped version, in words', () => {
    expect(flat(first, second)).toEqual(
      expect.arrayContaining([
        [
          'level detox',
          'The stay is reviewed after 1 day; the review moves nobody.',
          'The stay is reviewed after 3 days; the review moves nobody.',
        ],
        [
          'level aftercare',
          'The stay is reviewed after 90 days; the review moves nobody.',
          expect.stringContaining('365'),
        ],
        ['people', expect.not.stringContaining('wellness'), expect.stringContaining('wellness')],
      ]),
    );
    expect(flat(first, second)).not.toContainEqual(expect.arrayContaining([expect.stringContaining('Adults:')]));
  });

  it('names what no sentence tells of by its place in the file', () => {
    const rise = { ...second.drugTesting.rise, ratio: 9 };
    const changed = { ...second, drugTesting: { ...second.drugTesting, rise } };
    expect(flat(second, changed)).toEqual([['asData', undefined, '/drugTesting/rise/ratio']]);
  });

  it('says a level that came, sentence by sentence', () => {
    const { iop } = second.levels;
    if (iop === undefined) throw new Error('No IOP');
    const wider = {
      ...second,
      levels: { ...second.levels, php: { ...iop, id: 'php', title: 'Day programme', rank: 9 } },
    };
    const [came] = diff(second, wider);
    expect(came).toMatchObject({ id: 'level php', title: 'Day programme' });
    expect(came?.changes.every(({ before }) => before === undefined)).toBe(true);
  });
});
