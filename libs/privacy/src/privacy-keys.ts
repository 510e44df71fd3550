import type { KeyObject } from 'node:crypto';

export interface NamedKey {
  readonly kid: string;
  readonly key: KeyObject;
}

/** What privacy needs of the file of keys; `readKeys` of the platform gives it. */
export interface PrivacyKeys {
  readonly root: { readonly current: NamedKey; readonly retired: readonly NamedKey[] };
  readonly blindIndex: NamedKey;
  readonly commandHash: NamedKey;
}
