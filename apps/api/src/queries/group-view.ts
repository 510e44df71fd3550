import type { GroupView } from '@stepway/contracts';
import type { Site } from '@stepway/pathway';

type Group = Site['groups'][number];

/** A group with the hours at which people of its levels and age are at the site. */
export const groupView = (site: Site, group: Group): GroupView => ({
  siteId: site.siteId,
  site: site.title,
  timeZone: site.timeZone,
  groupId: group.groupId,
  title: group.title,
  modality: group.modality,
  programmes: site.programmes.map(({ programme }) => programme),
  levels: [...group.levels],
  age: group.age,
  stage: group.stage,
  hours: site.tracks
    .filter(({ level, ages }) => group.levels.includes(level) && ages.includes(group.age))
    .map(({ track, weekdays, from, to }) => ({ track, weekdays: [...weekdays], from, to })),
});
