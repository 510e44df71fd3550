import { askServerHost, text } from './ask-server-host.ts';

export interface FreshNamespace {
  /** host:port */
  readonly address: string;
  readonly namespace: string;
}

/** A namespace of a real Temporal server for one spec alone, with the search attributes of the journeys. */
export async function freshNamespace(): Promise<FreshNamespace> {
  const answer = await askServerHost('namespace');
  return { address: text(answer, 'address'), namespace: text(answer, 'namespace') };
}
