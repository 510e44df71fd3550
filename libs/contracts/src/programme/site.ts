import type { SiteCalendar } from '@stepway/pathway';
import { z } from 'zod';
import { same, type Same } from '../same-type.ts';
import { Code, Instant, LocalDate } from '../scalars.ts';

const calendar = z.strictObject({
  siteId: Code,
  timeZone: z.string().min(1),
  offsets: z
    .array(z.strictObject({ from: Instant, minutes: z.int().min(-900).max(900) }))
    .min(1)
    .readonly(),
  holidays: z.array(LocalDate).readonly(),
  closedWeekdays: z.array(z.int().min(0).max(6)).readonly(),
});

same<Same<z.output<typeof calendar>, SiteCalendar>>();

/** A place of care: its name and its pinned calendar. */
export const Site = calendar.extend({ title: z.string().min(1) });
export type Site = z.output<typeof Site>;

/** The file of sites. The offsets stand in it, so that a rule gives the same day on every host, for ever. */
export const SiteFile = z.strictObject({ sites: z.array(Site).min(1) }).superRefine(({ sites }, check) => {
  const fault = (path: (string | number)[], message: string) => check.addIssue({ code: 'custom', path, message });
  sites.forEach((site, at) => {
    if (sites.findIndex(({ siteId }) => siteId === site.siteId) !== at)
      fault(['sites', at, 'siteId'], `'${site.siteId}' is there twice`);
    site.offsets.forEach(({ from }, index) => {
      const before = site.offsets[index - 1];
      if (before && before.from >= from)
        fault(['sites', at, 'offsets', index, 'from'], 'not later than the one before');
    });
    site.holidays.forEach((day, index) => {
      const before = site.holidays[index - 1];
      if (before && before >= day) fault(['sites', at, 'holidays', index], 'not later than the one before');
    });
  });
});
