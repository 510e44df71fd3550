import { readFileSync } from 'node:fs';
import { ProgrammeFile, SiteFile } from '@stepway/contracts';
import type { ContextFor } from '../change.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(`libs/pathway/programmes/${name}`, 'utf8'));

const shipped = ProgrammeFile.parse(read('standard-four.v2.json'));
/** Its levels ask for no tests: what a spec shows is due is what the spec has done. */
const programme: typeof shipped = {
  ...shipped,
  levels: Object.fromEntries(
    Object.entries(shipped.levels).map(([id, level]) => [
      id,
      { ...level, drugTests: { ...level.drugTests, atAdmission: false, random: [] } },
    ]),
  ),
};
const [calendar] = SiteFile.parse(read('sites.json')).sites;
if (calendar === undefined) throw new Error('There is no site');
const site = calendar;

/** The rules that every journey of a spec runs under. */
export const contextFor: ContextFor = (_journey, now) => ({
  now,
  programme,
  calendar: site,
  eventId: () => {
    throw new Error('Rows need no event id');
  },
});
