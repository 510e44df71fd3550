import type { ClinicalFact } from '@stepway/clinical-codes';
import { commandBodies, Uuid } from '@stepway/contracts';
import { commandTypes } from '@stepway/pathway';
import { z } from 'zod';
import type { Reading } from './reading.ts';

/** What was a command before it came in, on the topic of clinical facts. */
const Draft = z.strictObject({
  person: z.strictObject({
    patientId: Uuid.optional(),
    numbers: z
      .array(z.strictObject({ system: z.string().min(1), value: z.string().min(1) }))
      .max(20)
      .default([]),
    name: z.strictObject({ given: z.string(), family: z.string() }).optional(),
    birthDate: z.iso.date().optional(),
  }),
  type: z.enum(commandTypes),
  body: z.unknown(),
});

/** Reads a command with clues of its person, as JSON. */
export function readDraft(body: Buffer): Reading {
  const draft = Draft.safeParse(json(body));
  if (!draft.success) return { read: false, reason: 'not-readable' };
  const { person, type, body: fields } = draft.data;
  if (!commandBodies[type].safeParse(fields).success) return { read: false, reason: 'not-readable' };
  // Checked just now; the fact keeps the body as it came, so that the same content is the same command.
  const fact = { type, body: fields } as ClinicalFact;
  return { read: true, message: { person: withoutGaps(person), facts: [fact], questions: [] } };
}

function withoutGaps({ patientId, numbers, name, birthDate }: z.output<typeof Draft>['person']) {
  return {
    numbers,
    ...(patientId !== undefined && { patientId }),
    ...(name !== undefined && { name }),
    ...(birthDate !== undefined && { birthDate }),
  };
}

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
