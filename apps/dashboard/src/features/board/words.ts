import type { BoardFilters, Sort } from './filters.ts';

export const sortWords: Readonly<Record<Sort, string>> = {
  action: 'Needs action',
  name: 'Name',
  due: 'Next due',
  longest: 'Longest at the level',
  newest: 'Newest at the level',
};

/** Saved views: filters people use every day. */
export const views = [
  { words: 'Everyone', flag: undefined },
  { words: 'Needs action', flag: 'any' },
  { words: 'Not yet seen', flag: 'hand-off-overdue', warm: true },
  { words: 'Proposals', flag: 'proposal' },
] as const satisfies readonly { words: string; flag: BoardFilters['flag']; warm?: boolean }[];

/** What asks for an act, as a filter. */
export const reasonWords: Readonly<Record<NonNullable<BoardFilters['flag']>, string>> = {
  any: 'Any that needs action',
  'hand-off-overdue': 'Not yet seen',
  'proposal-escalated': 'Escalated proposal',
  crisis: 'Crisis',
  'leave-overdue': 'Not back from leave',
  'task-overdue': 'Task overdue',
  proposal: 'Proposal',
  'hand-off': 'In hand-off',
  'unsettled-result': 'Result not settled',
  hold: 'Automatic moves paused',
};
