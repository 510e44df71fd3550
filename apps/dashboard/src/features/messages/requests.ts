import {
  listOf,
  QuarantinedItem,
  QuarantinedMessage,
  type DismissMessage,
  type ReleaseMessage,
} from '@stepway/contracts';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { everyPage } from '../../api/every-page.ts';
import { ask, post, search } from '../../api/request.ts';

export type Item = z.output<typeof QuarantinedItem>;
export type Message = z.output<typeof QuarantinedMessage>;
export type Release = z.input<typeof ReleaseMessage>;
export type DismissalReason = z.input<typeof DismissMessage>['reasonCode'];

const Page = listOf(QuarantinedItem);

/** What waits for a person, the oldest first, without its words. Nobody tells when that changes. */
export const quarantineQuery = queryOptions({
  queryKey: ['quarantine'],
  queryFn: ({ signal }) =>
    everyPage((cursor) => ask(`/v1/inbox/quarantine${search({ limit: 500, cursor })}`, Page, signal)),
  refetchInterval: 5_000,
});

/** One with its words. Every look is on record: it is asked once, when opened, and forgotten when it is closed. */
export const messageQuery = (messageId: string) =>
  queryOptions({
    queryKey: ['quarantined-message', messageId],
    queryFn: ({ signal }) => ask(`/v1/inbox/quarantine/${messageId}`, QuarantinedMessage, signal),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnReconnect: false,
  });

export const release = (messageId: string, correction: Release) =>
  post(`/v1/inbox/quarantine/${messageId}/release`, correction, z.undefined());

export const dismiss = (messageId: string, reasonCode: DismissalReason) =>
  post(`/v1/inbox/quarantine/${messageId}/dismiss`, { reasonCode }, z.undefined());
