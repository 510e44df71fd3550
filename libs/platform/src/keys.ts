import { createSecretKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { z } from 'zod';

/** A named symmetric key. It prints and serialises without its bytes. */
export interface NamedKey {
  readonly kid: string;
  readonly key: KeyObject;
}

/** A key in use, and older ones that still open what they once sealed. */
export interface KeyRing {
  readonly current: NamedKey;
  readonly retired: readonly NamedKey[];
}

export interface Keys {
  /** Wraps the key of each patient. */
  readonly root: KeyRing;
  /** Seals everything that Temporal stores. */
  readonly codec: KeyRing;
  /** Makes the searchable digests of names and numbers. */
  readonly blindIndex: NamedKey;
  /** Makes command ids, derived ids and the hashes of requests that concern no patient. */
  readonly commandHash: NamedKey;
  /** Signs and verifies the tokens of callers (ES256). */
  readonly jwt: { readonly kid: string; readonly privateJwk: Jwk; readonly publicJwk: Jwk };
}

export type Jwk = Readonly<Record<string, string>>;

export class KeysUnreadable extends Error {
  readonly code = 'KEYS_UNREADABLE';
  constructor(file: string, why: string, options?: ErrorOptions) {
    super(`The file of sealing keys ${file} cannot be used: ${why}`, options);
    this.name = 'KeysUnreadable';
  }
}

const namedKey = z.strictObject({ kid: z.string().min(1), key: z.base64url().length(43) });
const keyRing = namedKey.extend({ retired: z.array(namedKey).default([]) });
const jwk = z.record(z.string(), z.string());
const keysFile = z.strictObject({
  root: keyRing,
  codec: keyRing,
  blindIndex: namedKey,
  commandHash: namedKey,
  jwt: z.strictObject({ kid: z.string().min(1), privateJwk: jwk, publicJwk: jwk }),
});

/**
 * Makes the file of keys once, readable by its owner only; a file that is there stays untouched.
 * Two processes that start at the same moment end with the same file.
 */
export function createKeys(file: string): void {
  if (existsSync(file)) return;
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeDurably(draft, `${JSON.stringify(newKeys(), null, 2)}\n`);
  try {
    linkSync(draft, file); // fails if another process was first, unlike rename
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    unlinkSync(draft);
  }
}

/** @throws KeysUnreadable if the file is missing, readable by everyone, or not as `createKeys` writes it. */
export function readKeys(file: string): Keys {
  const parsed = keysFile.safeParse(readJson(file));
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new KeysUnreadable(file, `wrong or missing: ${where}`);
  }
  const { root, codec, blindIndex, commandHash, jwt } = parsed.data;
  return { root: ring(root), codec: ring(codec), blindIndex: named(blindIndex), commandHash: named(commandHash), jwt };
}

function newKeys(): z.input<typeof keysFile> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const kid = randomBytes(6).toString('hex');
  const labels = { kid, alg: 'ES256', use: 'sig' };
  return {
    root: newKey(),
    codec: newKey(),
    blindIndex: newKey(),
    commandHash: newKey(),
    jwt: {
      kid,
      privateJwk: { ...jwk.parse(privateKey.export({ format: 'jwk' })), ...labels },
      publicJwk: { ...jwk.parse(publicKey.export({ format: 'jwk' })), ...labels },
    },
  };
}

function newKey(): z.infer<typeof namedKey> {
  return { kid: randomBytes(6).toString('hex'), key: randomBytes(32).toString('base64url') };
}

function named({ kid, key }: z.infer<typeof namedKey>): NamedKey {
  return { kid, key: createSecretKey(Buffer.from(key, 'base64url')) };
}

function ring({ retired, ...current }: z.infer<typeof keyRing>): KeyRing {
  return { current: named(current), retired: retired.map(named) };
}

function readJson(file: string): unknown {
  try {
    if ((statSync(file).mode & 0o007) !== 0) throw new KeysUnreadable(file, 'everyone on this machine may read it');
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof KeysUnreadable) throw error;
    // The cause is left out: a JSON error quotes the text it could not read, and this text is keys.
    throw new KeysUnreadable(file, error instanceof SyntaxError ? 'not JSON' : 'missing, or not readable by this user');
  }
}

function writeDurably(file: string, text: string): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
