import type { Sender } from '@stepway/contracts';
import type { Scope } from '../auth/caller.ts';

/**
 * The senders for whose messages somebody answers: a message may be about anybody at any site of its sender, so only
 * whoever sees the people of all these sites, in every programme, may look at one.
 */
export const sendersOf = (senders: readonly Sender[], { sites, programmes }: Scope): readonly Sender[] =>
  programmes === undefined
    ? senders.filter(({ siteIds }) => sites === undefined || siteIds.every((siteId) => sites.includes(siteId)))
    : [];
