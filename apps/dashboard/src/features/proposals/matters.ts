import type { EpisodeListItem, TransitionView } from '@stepway/contracts';
import type { ProposalFilters } from './filters.ts';
import type { MatterKind } from './kinds.ts';

/** What waits for somebody's decision. One person may have several. */
export interface Matter {
  readonly id: string;
  readonly kind: MatterKind;
  readonly row: EpisodeListItem;
  /** By when it is decided, lapses or ends. */
  readonly dueAt: string;
}

export type ProposedMove = TransitionView & { readonly deadlineAt: string };

export const proposedMove = ({ kind, row: { transition } }: Matter): ProposedMove | undefined =>
  kind === 'proposal' && transition?.deadlineAt !== undefined
    ? { ...transition, deadlineAt: transition.deadlineAt }
    : undefined;

export const mattersOf = (rows: Iterable<EpisodeListItem>): readonly Matter[] =>
  [...rows].flatMap((row) => [
    ...matter('proposal', row, row.transition?.deadlineAt),
    ...matter('end', row, row.termination?.lapsesAt),
    ...matter('hold', row, row.hold?.until),
  ]);

const matter = (kind: MatterKind, row: EpisodeListItem, dueAt: string | undefined): readonly Matter[] =>
  dueAt === undefined ? [] : [{ id: `${row.episodeId}.${kind}`, kind, row, dueAt }];

export type Group = 'escalated' | 'reversal' | 'proposal' | 'second' | 'hold';
export const groups = ['escalated', 'second', 'reversal', 'proposal', 'hold'] as const satisfies readonly Group[];

/** Escalated first, then what takes a second person, moves back, other proposals, pauses. */
export function groupOf(one: Matter): Group {
  switch (one.kind) {
    case 'end':
      return 'second';
    case 'hold':
      return 'hold';
    case 'proposal':
      if (one.row.transition?.escalatedAt !== undefined) return 'escalated';
      return one.row.transition?.reverses === undefined ? 'proposal' : 'reversal';
  }
}

/** Those that the filters let through, the least time left first. */
export function arranged(matters: readonly Matter[], filters: ProposalFilters): readonly Matter[] {
  const { view, site, programme, level } = filters;
  return matters
    .filter(
      ({ kind, row }) =>
        (view === undefined || kind === view) &&
        (site === undefined || row.siteId === site) &&
        (programme === undefined || row.programme.id === programme) &&
        (level === undefined || row.level === level || row.transition?.to === level),
    )
    .toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt) || (a.id < b.id ? -1 : 1));
}

/** The dialog that decides it. A wish to end is joined by the same command; a pause is renewed by the same. */
export function dialogOf({ kind, row }: Matter) {
  const of = row.episodeId;
  switch (kind) {
    case 'proposal':
      return { do: 'decide-proposal', of, ...(row.transition !== null && { about: row.transition.transitionId }) };
    case 'end':
      return { do: 'discharge-episode', of };
    case 'hold':
      return { do: 'place-hold', of, ...(row.hold && { about: row.hold.holdId }) };
  }
}

/** The command that decides it. */
export const commandOf = { proposal: 'DecideProposal', end: 'DischargeEpisode', hold: 'PlaceHold' } as const;

/** Whoever asked for it may not be the second person. */
export const askedBy = ({ kind, row }: Matter): string | undefined =>
  kind === 'end' ? row.termination?.requestedBy : kind === 'hold' ? row.hold?.placedBy : undefined;
