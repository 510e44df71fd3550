import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { asyncApiDocument, publishedMessages, publishedSchemas } from '@stepway/contracts';
import { compareWithPublished, publish, type Publishable } from './contracts/publication.ts';

const schemas = 'docs/contracts/schemas';
const asyncApi = 'docs/contracts/asyncapi.json';
const howToPublish = 'STEPWAY_WRITE_DOCS=1 npm test -- test/architecture/contracts.spec.ts';

const now: ReadonlyMap<string, Publishable> = new Map(
  [...publishedSchemas()].map(([ceType, schema]) => [
    ceType,
    { schema, direction: publishedMessages.get(ceType)?.direction ?? 'sent' },
  ]),
);
const document = `${JSON.stringify(asyncApiDocument(), null, 2)}\n`;

// Writes what was added. What breaks is never written over.
if (process.env['STEPWAY_WRITE_DOCS'] === '1') {
  publish(schemas, now);
  mkdirSync('docs/contracts', { recursive: true });
  if (compareWithPublished(schemas, now).breaking.length === 0) writeFileSync(asyncApi, document);
}

const { breaking, unwritten } = compareWithPublished(schemas, now);

describe('the published messages', () => {
  it('break nobody who reads or sends them (else: another version beside it, docs/decisions/0360; of what nobody was given yet, delete the file and write it again)', () => {
    expect(breaking).toEqual([]);
  });

  it(`stand in docs/contracts as the code has them (else: ${howToPublish})`, () => {
    expect(unwritten).toEqual([]);
    expect(existsSync(asyncApi) && readFileSync(asyncApi, 'utf8') === document).toBe(true);
  });
});
