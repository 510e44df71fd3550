import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { UnknownRootKey } from '../errors.ts';
import type { PrivacyKeys } from '../privacy-keys.ts';
import { unwrapKey, wrapKey } from './cipher.ts';

/** A sealed message, with the id of the root key that its key comes from. */
export interface SealedMessage {
  readonly rootKid: string;
  readonly sealed: Buffer;
}

/**
 * Seals what came from outside before anybody knows of whom it speaks, so that no patient's key can. Such a text
 * must not outlive its being taken: erasing a patient's key does not erase it.
 */
export interface MessageSeal {
  seal(messageId: string, plain: Buffer): SealedMessage;
  /** @throws SealBroken, UnknownRootKey */
  open(messageId: string, message: SealedMessage): Buffer;
  /** Tells the same from another without keeping it: 256 bits of HMAC. */
  digest(purpose: string, ...parts: readonly (string | Buffer)[]): Buffer;
}

export function createMessageSeal({ root, commandHash }: Pick<PrivacyKeys, 'root' | 'commandHash'>): MessageSeal {
  return {
    ...createDerivedSeal(root, 'stepway messages from outside'),
    digest: (purpose, ...parts) => {
      const hmac = createHmac('sha256', commandHash.key).update(JSON.stringify([purpose, parts.length]));
      // The length before each part: no two lists read the same.
      for (const part of parts) hmac.update(`${Buffer.byteLength(part)}:`).update(part);
      return hmac.digest();
    },
  };
}

/** Seals what belongs to no patient under a key of its own purpose; what seals one thing seals nothing else. */
export interface DerivedSeal {
  /** @param boundTo it opens there only */
  seal(boundTo: string, plain: Buffer): SealedMessage;
  /** @throws SealBroken, UnknownRootKey */
  open(boundTo: string, message: SealedMessage): Buffer;
}

/** @param purpose tells the keys derived from one root key apart (HKDF) */
export function createDerivedSeal(root: PrivacyKeys['root'], purpose: string): DerivedSeal {
  const keys = new Map([root.current, ...root.retired].map(({ kid, key }) => [kid, derived(key, purpose)]));
  const keyOf = (rootKid: string): KeyObject => {
    const key = keys.get(rootKid);
    if (key === undefined) throw new UnknownRootKey(rootKid);
    return key;
  };
  return {
    seal: (boundTo, plain) => {
      const { kid } = root.current;
      return { rootKid: kid, sealed: wrapKey(keyOf(kid), plain, boundTo) };
    },
    open: (boundTo, { rootKid, sealed }) => unwrapKey(rootKid, keyOf(rootKid), sealed, boundTo),
  };
}

const derived = (root: KeyObject, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', root.export(), '', purpose, 32)));
