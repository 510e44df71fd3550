import { readFileSync } from 'node:fs';
import type { SiteCalendar } from '../calendar.ts';

/** The sites that ship, with their holidays and closed days: what must not fall on one is looked for over whole years. */
const { sites }: { sites: readonly SiteCalendar[] } = JSON.parse(
  readFileSync(new URL('../../programmes/sites.json', import.meta.url), 'utf8'),
);

export const mainSite = siteOf('main');

function siteOf(siteId: string): SiteCalendar {
  const site = sites.find((one) => one.siteId === siteId);
  if (!site) throw new Error(`there is no site ${siteId}`);
  return site;
}
