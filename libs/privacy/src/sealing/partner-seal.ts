import type { PrivacyKeys } from '../privacy-keys.ts';
import { createDerivedSeal, type DerivedSeal } from './message-seal.ts';

/** Seals the key by which one partner's pseudonyms are made; bound to the partner. */
export const createPartnerSeal = ({ root }: Pick<PrivacyKeys, 'root'>): DerivedSeal =>
  createDerivedSeal(root, 'stepway pseudonym keys of partners');
