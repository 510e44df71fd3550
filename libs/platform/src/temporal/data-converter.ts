import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import type { Keys } from '../keys.ts';
import { createPayloadCodec } from './payload-codec.ts';

/** The path that the bundle of workflows needs too: `bundleWorkflowCode({ failureConverterPath })`. */
export const failureConverterPath = fileURLToPath(
  new URL(`../failure-converter${extname(import.meta.url)}`, import.meta.url), // .ts from source, .js when compiled
);

/** What client, worker and replay must share: payloads sealed by the service's key, failures inside the payloads. */
export function createDataConverter(keys: Pick<Keys, 'codec'>): DataConverter {
  return { payloadCodecs: [createPayloadCodec(keys.codec)], failureConverterPath };
}
