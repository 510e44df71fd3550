import { reachOutside, type OutsideOptions } from './connection.ts';

/** What was asked for is not there as it has to be: not 200, or too long. */
export class DocumentRefused extends Error {
  readonly code = 'DOCUMENT_REFUSED';
  constructor(why: string) {
    super(`The document cannot be taken: ${why}`);
    this.name = 'DocumentRefused';
  }
}

/**
 * A short document of somebody outside, as text.
 * @throws TargetRefused, DocumentRefused, TooSlow; what the network throws
 */
export const fetchDocument = (
  href: string,
  { mostBytes, accept, ...options }: OutsideOptions & { readonly mostBytes: number; readonly accept: string },
): Promise<string> =>
  reachOutside(href, options, async ({ client, path, signal }) => {
    const headers = { accept, 'user-agent': 'Stepway/1' };
    const { statusCode, body } = await client.request({ method: 'GET', path, headers, signal });
    if (statusCode !== 200) throw new DocumentRefused(`status ${statusCode}`);
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw new DocumentRefused('too long');
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  });
