import { localDate, startOfDay } from '@stepway/pathway';
import { programmesDir, readProgrammes } from './programme-files.ts';
import { programmesOf } from './programmes.ts';

const published = readProgrammes(programmesDir({}));

describe('the published sites', () => {
  it.each(published.sites.map((site) => [site.siteId, site] as const))(
    'have the offsets of the time zone data: %s',
    (_, site) => {
      const day = new Intl.DateTimeFormat('sv-SE', { timeZone: site.timeZone });
      const first = Date.UTC(2015, 0, 1);
      for (let at = first; at < Date.UTC(2036, 0, 1); at += 5 * 3_600_000) {
        const instant = new Date(at).toISOString();
        const expected = day.format(at);
        if (localDate(instant, site) !== expected)
          throw new Error(`${instant}: ${localDate(instant, site)}, not ${expected}`);
      }
    },
  );

  it('begin a day that daylight saving shortens at its own midnight', () => {
    const main = published.site('main');
    expect(main && startOfDay('2026-03-08', main)).toBe('2026-03-08T05:00:00.000Z');
    expect(main && startOfDay('2026-03-09', main)).toBe('2026-03-09T04:00:00.000Z');
  });

  it('keep the federal holidays on the days they are observed', () => {
    const holidays = published.site('main')?.holidays ?? [];
    expect(holidays.filter((day) => day.startsWith('2026'))).toEqual([
      '2026-01-01',
      '2026-01-19',
      '2026-02-16',
      '2026-05-25',
      '2026-06-19',
      '2026-07-03',
      '2026-09-07',
      '2026-10-12',
      '2026-11-11',
      '2026-11-26',
      '2026-12-25',
    ]);
  });
});

describe('the published programmes', () => {
  it('answer an id with its newest version', () => {
    const [any] = published.all;
    if (any === undefined) return;
    const versions = programmesOf(
      [
        { ...any, version: 2 },
        { ...any, version: 10 },
      ],
      published.sites,
    );
    expect(versions.newest(any.id)?.version).toBe(10);
    expect(versions.find({ id: any.id, version: 2 })?.version).toBe(2);
    expect(versions.newest('nowhere')).toBeUndefined();
  });

  it('refuse the same version twice', () => {
    const [any] = published.all;
    if (any === undefined) return;
    expect(() => programmesOf([any, any], published.sites)).toThrow('this version is there twice');
  });

  it('refuse a journey of a site that is not there', () => {
    const [any] = published.all;
    if (any === undefined) return;
    const subject = { programme: { id: any.id, version: any.version }, siteId: 'elsewhere' };
    expect(() => published.contextFor(subject, '2026-01-01T00:00:00.000Z')).toThrow(
      'Site elsewhere is not published here',
    );
  });

  it('refuse a folder that is not there, by its name', () => {
    expect(() => readProgrammes('libs/pathway/no-such-folder')).toThrow('the folder of programmes cannot be read');
  });
});
