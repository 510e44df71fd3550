import { readFileSync } from 'node:fs';
import { eventTypes } from '@stepway/pathway';
import { careEventType } from '../names.ts';
import { versionOf } from '../upcasts/upcast.ts';
import { eventData } from './events.ts';
import { storedEventData } from './stored-event.ts';

const golden = new URL('../../golden/', import.meta.url);
const examples = eventTypes.flatMap((type) => {
  const file = new URL(`${careEventType(type, versionOf(type))}.json`, golden);
  return (JSON.parse(readFileSync(file, 'utf8')) as object[]).map((data, place) => ({ type, place, data }));
});

/** Named by what they hold, not by fields: what is new in them is a new value. */
const records = ['levels', 'answers', 'biopsychosocial', 'candidacy', 'exclusions'];

/** With a field of a later release in every object. */
function grown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(grown);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, inner]) => [name, records.includes(name) ? inner : grown(inner)]);
  return { ...Object.fromEntries(fields), ofALaterRelease: { at: 'any depth' } };
}

describe('an event that a newer build wrote', () => {
  it.each(examples)('$type ($place) is read without what is not known here', ({ type, data }) => {
    expect(storedEventData(type, grown(data))).toEqual(data);
  });

  it('is what the closed schema would have stopped at, in some types', () => {
    const refused = examples.filter(({ type, data }) => !eventData[type].safeParse(grown(data)).success);
    expect(new Set(refused.map(({ type }) => type)).size).toBeGreaterThan(10);
  });

  it('is not read where something that is needed is missing or of another kind', () => {
    expect(storedEventData('Admitted', { level: 'iop' })).toBeUndefined();
    expect(storedEventData('ConsentRevoked', { consentId: 'k', at: 'soon', cause: 'revoked' })).toBeUndefined();
    const words = { ...examples.find(({ type }) => type === 'GoalCompleted')?.data, reason: 'in plain words' };
    expect(storedEventData('GoalCompleted', words)).toBeUndefined();
  });
});
