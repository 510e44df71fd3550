import type { QueryName } from '@stepway/contracts';

/** Questions that a partner may ask, of what is its own. */
export const partnersMayAsk: readonly QueryName[] = ['partner', 'webhook', 'webhookDeliveries'];
