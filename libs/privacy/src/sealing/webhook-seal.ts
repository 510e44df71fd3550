import type { PrivacyKeys } from '../privacy-keys.ts';
import { createDerivedSeal, type DerivedSeal } from './message-seal.ts';

/** Seals the secrets that sign messages to a receiver; bound to the receiver. */
export const createWebhookSeal = ({ root }: Pick<PrivacyKeys, 'root'>): DerivedSeal =>
  createDerivedSeal(root, 'stepway secrets of webhooks');
