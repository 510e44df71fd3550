import type { Programme, Site } from '@stepway/pathway';
import type { Path } from './check.ts';
import { leadsSomewhere } from './references.ts';

export type SiteFault = (path: Path, message: string) => void;

const ascending = (days: readonly string[], path: Path, fault: SiteFault): void =>
  days.forEach((day, at) => {
    const before = days[at - 1];
    if (before !== undefined && before >= day) fault([...path, at], 'not later than the one before');
  });

/** A calendar that runs forward, for ever the same on every host. */
export function calendar(site: Site, fault: SiteFault): void {
  ascending(
    site.offsets.map(({ from }) => from),
    ['offsets'],
    fault,
  );
  ascending(site.holidays, ['holidays'], fault);
  ascending(site.closedDays, ['closedDays'], fault);
}

/** Nobody attends when the doors are closed. */
export function hoursOpen(site: Site, fault: SiteFault): void {
  for (const list of ['openingHours', 'tracks'] as const)
    site[list].forEach(({ from, to, weekdays }, at) => {
      if (from >= to) fault([list, at, 'to'], `${to} is not after ${from}`);
      for (const weekday of weekdays)
        if (site.closedWeekdays.includes(weekday))
          fault([list, at, 'weekdays'], `the site is closed on weekday ${weekday} (0 = Sunday)`);
    });
  site.tracks.forEach(({ from, to, weekdays }, at) => {
    const open = (weekday: number) =>
      site.openingHours.some((hours) => hours.weekdays.includes(weekday) && hours.from <= from && hours.to >= to);
    const closed = weekdays.find((weekday) => !open(weekday));
    if (closed !== undefined)
      fault(['tracks', at], `${from} to ${to} lies outside the opening hours of weekday ${closed} (0 = Sunday)`);
  });
}

/** Tracks and groups are of levels that the site has, for ages that it takes there. */
export function ofItsLevels(site: Site, fault: SiteFault): void {
  const has = (level: string, age: string) =>
    site.programmes.some(({ levels }) =>
      levels.some((offered) => offered.level === level && offered.ages.some((taken) => taken === age)),
    );
  site.tracks.forEach(({ level, ages }, at) => {
    for (const age of ages)
      if (!has(level, age)) fault(['tracks', at], `the site has no place at '${level}' for ${age}s`);
  });
  site.groups.forEach(({ levels, age }, at) => {
    for (const level of levels)
      if (!has(level, age)) fault(['groups', at], `the site has no place at '${level}' for ${age}s`);
  });
  site.generalKnowledge.forEach((pointer, at) => {
    if (!leadsSomewhere(site, pointer)) fault(['generalKnowledge', at], `'${pointer}' points at nothing in this site`);
  });
}

/** What a site offers, its programmes have: `newest` says which programme is published. */
export function ofItsProgrammes(site: Site, newest: (id: string) => Programme | undefined, fault: SiteFault): void {
  site.programmes.forEach((offered, at) => {
    const programme = newest(offered.programme);
    if (programme === undefined) {
      fault(['programmes', at, 'programme'], `'${offered.programme}' is not a published programme`);
      return;
    }
    offered.levels.forEach(({ level: id, ages }, of) => {
      const level = programme.levels[id];
      const path = ['programmes', at, 'levels', of];
      if (level === undefined) fault([...path, 'level'], `'${id}' is not a level of '${offered.programme}'`);
      else
        for (const age of ages)
          if (!level.admits.includes(age)) fault([...path, 'ages'], `'${id}' does not admit ${age}s`);
    });
  });
}
