import { readHl7Message, senderReading } from '@stepway/clinical-codes';
import type { Sender } from '@stepway/contracts';
import type { Reading } from './reading.ts';

/** Reads a message of HL7 v2, decoded when it came and kept as UTF-8. */
export function readHl7(body: Buffer, sender: Sender): Reading {
  const reading = readHl7Message(body.toString('utf8'), senderReading(sender));
  return reading.is === 'read' ? { read: true, message: reading.message } : { read: false, reason: reading.is };
}
