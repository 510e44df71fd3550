import type { EpisodeView, GroupView } from '@stepway/contracts';

type Where = Pick<EpisodeView, 'siteId' | 'programme' | 'level'>;

/**
 * The groups of the person's site and programme, those of their level first: a session of an earlier level may still be
 * told.
 */
export function groupsFor(
  journey: Where | undefined,
  groups: readonly GroupView[],
): readonly { readonly value: string; readonly label: string }[] {
  const there = groups.filter(
    ({ siteId, programmes }) => siteId === journey?.siteId && programmes.includes(journey.programme.id),
  );
  const ofLevel = ({ levels }: GroupView): boolean => levels.includes(journey?.level ?? '');
  return [...there.filter(ofLevel), ...there.filter((group) => !ofLevel(group))].map(({ groupId, title }) => ({
    value: groupId,
    label: title,
  }));
}
