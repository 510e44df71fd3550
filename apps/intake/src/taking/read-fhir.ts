import { readFhirMessage } from '@stepway/clinical-codes';
import type { Reader } from './reading.ts';

/** Reads a resource or a Bundle of FHIR R4, as JSON. */
export const readFhir: Reader = (body, sender) => {
  const given = json(body);
  if (given === undefined) return { read: false, reason: 'not-readable' };
  const reading = readFhirMessage(given, sender);
  return reading.is === 'read' ? { read: true, message: reading.message } : { read: false, reason: reading.is };
};

function json(body: Buffer): unknown {
  try {
    // A mark of the byte order before it is no fault; JSON knows none.
    return JSON.parse(body.toString('utf8').replace(/^\ufeff/, '')) as unknown;
  } catch {
    return undefined;
  }
}
