import { Injectable } from '@nestjs/common';
import { fhirFaults, fhirParts } from '@stepway/clinical-codes';
import type { Sender } from '@stepway/contracts';
import type { Received } from '@stepway/inbox';
import { z } from 'zod';
import { ProblemError } from '../http/problem.ts';
import { Resources } from '../resources.ts';
import { contentOf, sourceIdOf, type AnyResource } from './fhir-body.ts';

/** A message that is stored, with the places of its entries in what came. */
export interface StoredPart extends Received {
  readonly places: ReadonlySet<number>;
}

export interface FhirArrival {
  readonly resource: AnyResource;
  readonly sender: Sender;
  readonly ifNoneExist: string | undefined;
  /** As it came. */
  readonly body: Buffer;
}

export const mostEntries = 500;
const taken = ['transaction', 'message', 'collection'] as const;
const Bundle = z.object({
  type: z.enum(taken),
  entry: z
    .array(z.object({ request: z.object({ method: z.enum(['POST', 'PUT']) }).optional() }))
    .max(mostEntries)
    .default([]),
});

/** Stores what is sent by FHIR: one message of the inbox for each person that it speaks of. */
@Injectable()
export class FhirArrivals {
  constructor(private readonly resources: Resources) {}

  /**
   * Resolves when all of it is safe. The same again is answered the same, also where it broke off midway.
   * @throws ProblemError 422
   */
  receive({ resource, sender, ifNoneExist, body }: FhirArrival): Promise<readonly StoredPart[]> {
    if (resource.resourceType === 'Bundle') refuseBundle(resource);
    refuseFaults(resource);
    const parts = fhirParts(resource);
    const source = sourceIdOf(resource, ifNoneExist);
    const { inbox } = this.resources;
    return Promise.all(
      parts.map(async ({ given, places }, index) => {
        const isWhole = parts.length === 1;
        const received = await inbox.receive({
          ...{ channel: 'fhir', senderId: sender.senderId },
          sourceId: isWhole ? source : JSON.stringify([source, index]),
          body: isWhole ? body : Buffer.from(JSON.stringify(given), 'utf8'),
          content: contentOf(Object(given)),
        });
        return { ...received, places };
      }),
    );
  }
}

function refuseFaults(resource: AnyResource): void {
  const faults = fhirFaults(resource);
  if (faults.length === 0) return;
  throw refusal(
    'This is not as R4 says it',
    faults.map(({ expression, message }) => ({ pointer: expression, message })),
  );
}

/** A transaction is done as a whole: with an entry that nobody does, it is not begun. */
function refuseBundle(resource: AnyResource): void {
  const bundle = Bundle.safeParse(resource, { reportInput: false });
  if (!bundle.success)
    throw refusal(
      'A Bundle of this kind is not taken',
      bundle.error.issues.slice(0, 20).map(({ path, message }) => ({
        pointer: `Bundle${path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')}`,
        message,
      })),
    );
  const { type, entry } = bundle.data;
  if (entry.length === 0)
    throw refusal('A Bundle of this kind is not taken', [{ pointer: 'Bundle.entry', message: 'There is none' }]);
  const without = entry.findIndex(({ request }) => request === undefined);
  if (type === 'transaction' && without !== -1)
    throw refusal('A Bundle of this kind is not taken', [
      { pointer: `Bundle.entry[${without}].request`, message: 'An entry of a transaction says what is to be done' },
    ]);
}

const refusal = (title: string, errors: readonly { readonly pointer: string; readonly message: string }[]) =>
  new ProblemError({ name: 'not-as-r4-says', status: 422, title, errors });
