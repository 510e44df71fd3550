import { readdirSync, readFileSync } from 'node:fs';
import { eventTypes } from '@stepway/pathway';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { eventData } from '../events/events.ts';
import { careEventType } from '../names.ts';
import { publishedMessages } from '../published/messages.ts';
import { publishedSchemas } from '../published/schemas.ts';
import { upcast, versionOf } from './upcast.ts';

// Golden files: what was once written. A new event, and a new version of one, gets a file with its least and its
// fullest example; none is ever changed, or what stands in the log could no longer be read.
const folder = new URL('../../golden/', import.meta.url);
const examples = (ceType: string): unknown[] => JSON.parse(readFileSync(new URL(`${ceType}.json`, folder), 'utf8'));
const written = eventTypes.flatMap((type) =>
  Array.from({ length: versionOf(type) }, (_, place) => ({
    ...{ type, version: place + 1, ceType: careEventType(type, place + 1) },
  })),
);
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
formats.default(ajv);

describe('every event that was ever written', () => {
  it('has its golden file', () => {
    expect(readdirSync(folder).toSorted()).toEqual(written.map(({ ceType }) => `${ceType}.json`).toSorted());
  });

  it.each(written)('$ceType is read by today’s schema, with nothing lost', ({ type, version, ceType }) => {
    expect(examples(ceType).length).toBeGreaterThan(0);
    for (const data of examples(ceType)) {
      const inTodaysShape = upcast({ type, version, data });
      expect(eventData[type].parse(inTodaysShape)).toEqual(inTodaysShape);
    }
  });

  it.each(written)('$ceType is as it was published', ({ ceType }) => {
    const validate = ajv.compile(publishedSchemas().get(ceType) ?? false);
    for (const data of examples(ceType)) {
      expect([validate(data), validate.errors]).toEqual([true, null]);
      expect(publishedMessages.get(ceType)?.data.safeParse(data).success).toBe(true);
    }
  });
});
