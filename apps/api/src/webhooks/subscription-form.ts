import { SubscriptionSettings, topicUrls } from '@stepway/contracts';
import type { Subscription } from '@stepway/partners';
import { z } from 'zod';
import { invalid, ProblemError } from '../http/problem.ts';
import { receiverAddress } from './webhook-view.ts';

const ig = 'http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition';
const contentUrl = `${ig}/backport-payload-content`;
const heartbeatUrl = `${ig}/backport-heartbeat-period`;

const Extension = z.looseObject({
  url: z.string(),
  valueCode: z.string().optional(),
  valueUnsignedInt: z.int().optional(),
});
const extensions = z.array(Extension).max(20).default([]);

/** A Subscription as R4 and the R5 Backport have it, as far as it is granted here. What would be left aside is refused. */
const Wanted = z.strictObject({
  resourceType: z.literal('Subscription'),
  id: z.string().optional(),
  meta: z.unknown().optional(),
  status: z.enum(['requested', 'active']),
  contact: z.unknown().optional(),
  end: z.iso.datetime({ offset: true }).optional(),
  reason: z.string().max(500),
  criteria: z.enum(topicUrls, { error: 'none of the topics that there are' }),
  channel: z.strictObject({
    type: z.literal('rest-hook'),
    endpoint: z.url({ protocol: /^https?$/ }).max(2_000),
    payload: z.enum(['application/fhir+json', 'application/json']).optional(),
    _payload: z.strictObject({ extension: extensions }).optional(),
    header: z
      .array(
        z
          .string()
          .max(2_000)
          .regex(/^(?!host|content-|connection|transfer-|webhook-)[a-z][a-z0-9-]{0,63}: ?[ -~]+$/i),
      )
      .max(10)
      .default([]),
    extension: extensions,
  }),
});

/** @throws ProblemError 422 */
export function wantedIn(resource: unknown, loopback: (url: URL) => boolean, now: Date) {
  const parsed = Wanted.safeParse(resource);
  if (!parsed.success)
    throw refused(
      parsed.error.issues.map(({ path, message }) => ({ pointer: ['Subscription', ...path].join('.'), message })),
    );
  const { criteria, channel, end } = parsed.data;
  const url = new URL(channel.endpoint);
  if (url.username !== '' || url.password !== '' || (url.protocol !== 'https:' && !loopback(url)))
    throw refused([{ pointer: 'Subscription.channel.endpoint', message: receiverAddress }]);
  const heartbeat = channel.extension.find((one) => one.url === heartbeatUrl)?.valueUnsignedInt;
  const content = channel._payload?.extension.find((one) => one.url === contentUrl)?.valueCode ?? 'id-only';
  const settings = SubscriptionSettings.safeParse({
    ...{ topic: criteria, content },
    ...(heartbeat !== undefined && { heartbeatSeconds: heartbeat }),
  });
  if (!settings.success)
    throw refused([
      { pointer: 'Subscription.channel', message: 'content: empty or id-only; heartbeat: 10 to 86400 seconds' },
    ]);
  const endsAt = end === undefined ? undefined : new Date(end);
  if (endsAt !== undefined && endsAt <= now)
    throw refused([{ pointer: 'Subscription.end', message: 'It is over already' }]);
  return { url: channel.endpoint, settings: settings.data, headers: channel.header, endsAt };
}

const refused = (errors: readonly { readonly pointer: string; readonly message: string }[]): ProblemError => {
  const { problem } = invalid(errors, 'This Subscription cannot be granted');
  return new ProblemError({ ...problem, status: 422 });
};

/** `gone` and a receiver that is left alone for the moment are R4's `error`. */
export const statusOf = ({ state, failures }: Pick<Subscription, 'state' | 'failures'>) => {
  if (state === 'gone' || failures >= 5) return 'error';
  if (state === 'asked') return 'requested';
  return state;
};

/** As it was asked for, without its header fields: they may be secrets. */
export function subscriptionResource(subscription: Subscription) {
  const { subscriptionId: id, url, settings, endsAt } = subscription;
  const { topic, content, heartbeatSeconds } = settings;
  return {
    resourceType: 'Subscription',
    id,
    meta: { profile: [`${ig}/backport-subscription`] },
    status: statusOf(subscription),
    ...(endsAt && { end: endsAt.toISOString() }),
    reason: 'Asked for by an integration partner',
    criteria: topic,
    channel: {
      ...(heartbeatSeconds !== undefined && {
        extension: [{ url: heartbeatUrl, valueUnsignedInt: heartbeatSeconds }],
      }),
      type: 'rest-hook',
      endpoint: url,
      payload: 'application/fhir+json',
      _payload: { extension: [{ url: contentUrl, valueCode: content }] },
    },
  };
}
