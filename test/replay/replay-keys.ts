import { createSecretKey } from 'node:crypto';
import type { Keys } from '@stepway/platform';

/** Seals the synthetic histories of this folder and nothing else, so it may be read by everyone. */
export const replayKeys: Pick<Keys, 'codec'> = {
  codec: {
    current: { kid: 'replay', key: createSecretKey(Buffer.from('synthetic histories, no secrets.')) },
    retired: [],
  },
};
