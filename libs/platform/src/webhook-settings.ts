import { z } from 'zod';
import { isLoopback } from './mllp-settings.ts';

/** Where messages to partners may go beside https to the public Internet. */
export interface WebhookSettings {
  /** To receivers on this machine, by http too: to try them out. */
  readonly loopback: boolean;
  /** How long a message that is settled can be looked at and asked for again, in days. */
  readonly keptDays: number;
}

export const webhookShape = {
  STEPWAY_WEBHOOKS_LOOPBACK: z.enum(['allow'], 'expected allow').optional(),
  STEPWAY_WEBHOOK_DAYS: z.coerce.number({ error: 'expected days' }).min(1).max(3_650).default(30),
};
type Settings = z.output<z.ZodObject<typeof webhookShape>> & { readonly STEPWAY_PUBLIC_URL?: string | undefined };

/** Allowed only where nobody but this machine can reach Stepway: elsewhere it would open what is inside. */
export function webhookProblems({ STEPWAY_WEBHOOKS_LOOPBACK: allowed, STEPWAY_PUBLIC_URL: url }: Settings) {
  const why = 'only for development: Stepway has a public address here';
  const isPublic = url !== undefined && !isLoopback(new URL(url).hostname);
  return new Map(allowed !== undefined && isPublic ? [['STEPWAY_WEBHOOKS_LOOPBACK', why]] : []);
}

export const webhookSettings = ({
  STEPWAY_WEBHOOKS_LOOPBACK: allowed,
  STEPWAY_WEBHOOK_DAYS: keptDays,
}: Settings): WebhookSettings => ({ loopback: allowed === 'allow', keptDays });
