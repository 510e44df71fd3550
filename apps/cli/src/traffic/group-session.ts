import { StepwayProblem } from '@stepway/client';
import { plusHours } from '@stepway/pathway';

import type { Act } from './act.ts';

const minutes = 90;
/** More than that sit in no group. */
const seats = 8;

/** A session of one of the groups for this person's level, said for everybody who belongs to it, as on the roster. */
export const groupSession: Act = async (clinic, { siteId, level, programme }, draw, now) => {
  const [first, ...others] = (await clinic.groups()).filter(
    (group) =>
      group.siteId === siteId &&
      group.programmes.includes(programme.id) &&
      level !== null &&
      group.levels.includes(level),
  );
  if (first === undefined) return undefined;
  const { groupId, modality, title } = draw.pick([first, ...others]);
  // Whoever records the same session of the group meets the same moment: to the quarter of an hour.
  const startedAt = onTheQuarter(plusHours(now, -minutes / 60));
  const { members, others: nobodysYet } = await clinic.roster({ site: siteId, group: groupId, startsAt: startedAt });
  const there = [...members, ...draw.shuffle(nobodysYet)]
    .filter(({ leave, recorded }) => leave === null && recorded === null)
    .slice(0, seats);
  let said = 0;
  for (const { episodeId } of there) {
    const attendance = draw.happens(85) ? 'attended' : draw.pick(['missed', 'excused', 'late'] as const);
    const session = {
      sessionId: sessionIdOf(groupId, startedAt),
      type: 'group',
      groupId,
      modality,
      participants: 'group',
    } as const;
    try {
      await clinic.command(episodeId, 'RecordSession', { ...session, startedAt, minutes, attendance });
      said += 1;
    } catch (error) {
      // Whom the rules do not take stops nobody else of the group.
      if (!(error instanceof StepwayProblem && error.status === 409)) throw error;
    }
  }
  return said === 0 ? undefined : `a session of the group "${title}", for ${said}`;
};

const quarterMs = 15 * 60_000;
const onTheQuarter = (at: string): string => new Date(Math.floor(Date.parse(at) / quarterMs) * quarterMs).toISOString();

/** As the roster makes it: `cbt-triggers.20261124T2230Z`. */
const sessionIdOf = (groupId: string, startedAt: string): string =>
  `${groupId.slice(0, 44)}.${startedAt.slice(0, 16).replaceAll(/[-:]/g, '')}Z`;
