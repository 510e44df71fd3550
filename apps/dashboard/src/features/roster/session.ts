import type { GroupView, RosterPersonItem } from '@stepway/contracts';
import type { CommandInput } from '../../api/commands.ts';

/** What a person of a group can have done, with the letter that says it. */
export const choices = [
  { attendance: 'attended', letter: 'a' },
  { attendance: 'late', letter: 'l' },
  { attendance: 'missed', letter: 'm' },
  { attendance: 'excused', letter: 'e' },
] as const;
export type Choice = (typeof choices)[number]['attendance'];

export interface SessionOfGroup {
  readonly group: GroupView;
  readonly startsAt: string;
  readonly minutes: number;
}

/** What was said of a person; of one who came late, how long they were there. */
export interface Said {
  readonly attendance: Choice;
  readonly minutes: number;
}

/** How long somebody was there: of who did not come there is no length, whatever the session's is. */
export const minutesThere = (
  said: (Pick<Said, 'minutes'> & { readonly attendance: string }) | null | undefined,
): number | undefined => (said?.attendance === 'attended' || said?.attendance === 'late' ? said.minutes : undefined);

/** What came of sending: recorded, not recorded and why, or no answer: then it may be sent again. */
export type Result =
  | { readonly state: 'sending' }
  | { readonly state: 'recorded' }
  | { readonly state: 'rejected' | 'no-answer'; readonly words: string };

/** One id for the session of all its people: `cbt-triggers.20261124T2230Z`. */
export const sessionIdOf = ({ group, startsAt }: SessionOfGroup): string =>
  `${group.groupId.slice(0, 44)}.${startsAt.slice(0, 16).replaceAll(/[-:]/g, '')}Z`;

/**
 * The command for one person. Its key says all that it says, so that the same said again does nothing twice, and
 * something else said of the same session is judged, and not taken for a repeat.
 */
export function recording(
  session: SessionOfGroup,
  episodeId: string,
  said: Said,
): { readonly body: CommandInput<'RecordSession'>; readonly key: string } {
  const { group, startsAt } = session;
  const sessionId = sessionIdOf(session);
  const body = {
    sessionId,
    type: 'group',
    startedAt: startsAt,
    minutes: said.minutes,
    attendance: said.attendance,
    modality: group.modality,
    participants: 'group',
    groupId: group.groupId,
  } as const;
  return { body, key: `${sessionId}.${episodeId}.${said.attendance}.${said.minutes}` };
}

/** Members in the order of their names, with those who were added. */
export const inOrder = (
  people: readonly RosterPersonItem[],
  nameOf: (person: RosterPersonItem) => string,
): readonly RosterPersonItem[] => people.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)));
