import type { Sender } from '@stepway/contracts';
import { z } from 'zod';
import { invalid, ProblemError } from '../http/problem.ts';
import { outcomeFor, placeOfMessage } from './answers.ts';
import { AnyResource, ifNoneExistIn } from './fhir-body.ts';
import { outcomeOf, type OperationOutcome } from './outcome.ts';
import { mostEntries, type FhirArrivals, type StoredPart } from './receive.ts';

const taken = ['Observation', 'DiagnosticReport', 'Encounter'];
const Batch = z.object({ entry: z.array(z.unknown()).min(1).max(mostEntries) });
const Entry = z.object({
  resource: AnyResource,
  request: z.object({ method: z.enum(['POST', 'PUT']), ifNoneExist: z.string().max(1_000).optional() }),
});

interface EntryTaken {
  readonly parts: readonly StoredPart[];
  readonly response: { readonly status: string; readonly location?: string; readonly outcome: OperationOutcome };
}

/** What became of a batch: each entry has its own answer, in the order in which they came. */
export interface BatchTaken {
  readonly messageIds: readonly string[];
  readonly bundle: object;
}

/**
 * Takes the entries of a batch one by one, as if each had come alone: R4 says that they have nothing to do with each
 * other. One that is not taken is refused in its place; the others go on.
 * @throws ProblemError 422 where it has no entries or too many; what a server that is away throws: then it is sent again
 */
export async function takeBatch(resource: AnyResource, sender: Sender, arrivals: FhirArrivals): Promise<BatchTaken> {
  const batch = Batch.safeParse(resource, { reportInput: false });
  if (!batch.success)
    throw new ProblemError({
      ...{ name: 'not-as-r4-says', status: 422, title: 'A Bundle of this kind is not taken' },
      errors: [{ pointer: 'Bundle.entry', message: `It has 1 to ${mostEntries} entries` }],
    });
  const entries = await Promise.all(batch.data.entry.map((entry) => takeEntry(entry, sender, arrivals)));
  return {
    messageIds: entries.flatMap(({ parts }) => parts.map(({ messageId }) => messageId)),
    bundle: {
      resourceType: 'Bundle',
      type: 'batch-response',
      entry: entries.map(({ response }) => ({ response })),
    },
  };
}

async function takeEntry(given: unknown, sender: Sender, arrivals: FhirArrivals): Promise<EntryTaken> {
  try {
    const entry = Entry.safeParse(given, { reportInput: false });
    if (!entry.success || !taken.includes(entry.data.resource.resourceType))
      throw invalid([{ pointer: 'Bundle.entry', message: 'A POST or PUT of a result, a report or a stay is taken' }]);
    const { resource, request } = entry.data;
    const body = Buffer.from(JSON.stringify(resource), 'utf8');
    const parts = await arrivals.receive({ resource, sender, ifNoneExist: ifNoneExistIn(request.ifNoneExist), body });
    const [first] = parts;
    const location = first !== undefined && parts.length === 1 ? { location: placeOfMessage(first.messageId) } : {};
    return { parts, response: { status: '202 Accepted', ...location, outcome: outcomeFor(parts) } };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { status, title } = error.problem;
    const { id: _, ...outcome } = outcomeOf(error.problem, '');
    return { parts: [], response: { status: `${status} ${title}`, outcome } };
  }
}
