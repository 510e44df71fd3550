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
  const keys = new Map([root.current, ...root.retired].map(({ kid, key }) => [kid, derived(key)]));
  const keyOf = (rootKid: string): KeyObject => {
    const key = keys.get(rootKid);
    if (key === undefined) throw new UnknownRootKey(rootKid);
    return key;
  };
  return {
    seal: (messageId, plain) => {
      const { kid } = root.current;
      return { rootKid: kid, sealed: wrapKey(keyOf(kid), plain, messageId) };
    },
    open: (messageId, { rootKid, sealed }) => unwrapKey(rootKid, keyOf(rootKid), sealed, messageId),
    digest: (purpose, ...parts) => {
      const hmac = createHmac('sha256', commandHash.key).update(JSON.stringify([purpose, parts.length]));
      // The length before each part: no two lists read the same.
      for (const part of parts) hmac.update(`${Buffer.byteLength(part)}:`).update(part);
      return hmac.digest();
    },
  };
}

/** A key of its own: what seals messages seals nothing else. */
const derived = (root: KeyObject): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', root.export(), '', 'stepway messages from outside', 32)));
