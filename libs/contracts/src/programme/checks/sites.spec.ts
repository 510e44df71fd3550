import type { AgeGroup, Programme } from '@stepway/pathway';
import { readProgramme } from '../read.ts';
import { SiteFile, sitesAgainst } from '../site.ts';
import { faultsInSites, shipped } from '../specs/changed.ts';

describe('a file of sites is refused', () => {
  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['when a site is there twice', { '/sites/1/siteId': 'main' }, "/sites/1/siteId: 'main' is there twice"],
    [
      'when offsets do not run forward',
      { '/sites/0/offsets/1/from': '2014-01-01T00:00:00.000Z' },
      '/sites/0/offsets/1: not later than the one before',
    ],
    [
      'when holidays do not run forward',
      { '/sites/0/holidays/1': '2014-01-01' },
      '/sites/0/holidays/1: not later than the one before',
    ],
    [
      'when a track lies outside the opening hours',
      { '/sites/0/tracks/1/to': '21:30' },
      '/sites/0/tracks/1: 17:30 to 21:30 lies outside the opening hours of weekday 2 (0 = Sunday)',
    ],
    [
      'when a track is held on a day on which the site is closed',
      { '/sites/1/tracks/0/weekdays': [6] },
      '/sites/1/tracks/0/weekdays: the site is closed on weekday 6 (0 = Sunday)',
    ],
    [
      'when a track ends before it begins',
      { '/sites/0/tracks/0/to': '08:30' },
      '/sites/0/tracks/0/to: 08:30 is not after 09:00',
    ],
    [
      'when a track is for people whom the site does not take',
      { '/sites/1/tracks/0/ages': ['adolescent'] },
      "/sites/1/tracks/0: the site has no place at 'php' for adolescents",
    ],
    [
      'when a group is of a level that the site does not have',
      { '/sites/0/groups/0/levels': ['php'] },
      "/sites/0/groups/0: the site has no place at 'php' for adults",
    ],
    [
      'when a mark stands on nothing',
      { '/sites/0/generalKnowledge/0': '/colour' },
      "/sites/0/generalKnowledge/0: '/colour' points at nothing in this site",
    ],
  ])('%s', (_, changes, fault) => expect(faultsInSites(changes)).toContain(fault));
});

describe('a site that offers what its programme does not have is refused', () => {
  const read = readProgramme(shipped('standard-four.v2.json'));
  const standardFour = 'programme' in read ? read.programme : undefined;
  const [main] = SiteFile.parse(shipped('sites.json')).sites;
  const adults: readonly AgeGroup[] = ['adult'];

  /** The main site with these levels, against standard-four for adults only. */
  function offering(levels: readonly { level: string; ages: readonly AgeGroup[] }[], programme = 'standard-four') {
    const sites = main === undefined ? [] : [{ ...main, programmes: [{ programme, levels }] }];
    const faults = sitesAgainst(sites, (id) => (id === standardFour?.id ? forAdults(standardFour) : undefined));
    return faults.map(({ pointer, message }) => `${pointer}: ${message}`);
  }
  const forAdults = (programme: Programme): Programme => ({
    ...programme,
    levels: Object.fromEntries(
      Object.entries(programme.levels).map(([id, level]) => [id, { ...level, admits: adults }]),
    ),
  });

  it('a programme that is not published', () =>
    expect(offering([], 'two-steps')).toEqual([
      "/sites/0/programmes/0/programme: 'two-steps' is not a published programme",
    ]));

  it('a level', () =>
    expect(offering([{ level: 'php', ages: ['adult'] }])).toEqual([
      "/sites/0/programmes/0/levels/0/level: 'php' is not a level of 'standard-four'",
    ]));

  it('an age', () =>
    expect(offering([{ level: 'iop', ages: ['adolescent'] }])).toEqual([
      "/sites/0/programmes/0/levels/0/ages: 'iop' does not admit adolescents",
    ]));
});
