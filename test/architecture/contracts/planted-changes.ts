type Fields = Record<string, object>;

export const published = () => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: {
    at: { type: 'string', format: 'date-time' },
    kind: { type: 'string', enum: ['planned', 'for-cause'] },
    status: { const: 'final' },
    amount: { type: 'number', minimum: 0, maximum: 100 },
    note: { type: 'string', maxLength: 20 },
    results: {
      type: 'array',
      maxItems: 5,
      items: {
        type: 'object',
        properties: { drugClass: { $ref: '#/$defs/DrugClass' }, positive: { type: 'boolean' } },
        required: ['drugClass'],
      },
    },
    answers: { type: 'object', propertyNames: { pattern: '^q' }, additionalProperties: { type: 'integer' } },
    who: { anyOf: [{ type: 'string' }, { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] }] },
    rule: { $ref: '#/$defs/Rule' },
  } as Fields,
  required: ['at', 'kind'],
  $defs: {
    DrugClass: { type: 'string', enum: ['cocaine', 'opioids'] },
    Rule: { type: 'object', properties: { because: { type: 'array', items: { $ref: '#/$defs/Rule' } } } },
  } as Fields,
});
export type Sample = ReturnType<typeof published>;

/** A change of that schema. */
export type Change = (schema: Sample) => void;

/** The field is another one now, or none. */
const field =
  (name: string, schema?: object): Change =>
  ({ properties }) => {
    delete properties[name];
    if (schema !== undefined) properties[name] = schema;
  };
/** These beside, or instead of, what the field says. */
const said =
  (name: string, more: object): Change =>
  ({ properties }) => {
    properties[name] = { ...properties[name], ...more };
  };
const part =
  (name: string, schema: object): Change =>
  ({ $defs }) => {
    $defs[name] = schema;
  };
const items =
  (change: (item: { properties: Fields; required: string[] }) => void): Change =>
  ({ properties }) =>
    change(Object(properties['results']).items);
const both =
  (...changes: readonly Change[]): Change =>
  (schema) =>
    changes.forEach((change) => change(schema));
const required =
  (...names: string[]): Change =>
  (schema) => {
    schema.required = names;
  };
const text = { type: 'string' };
const forms = [text, { type: 'object', properties: { id: text }, required: ['id'] }];

/** What breaks readers of what is sent, and how it is told; senders of what is taken are broken by the same. */
export const breaking: readonly (readonly [string, Change, string])[] = [
  ['a field removed', field('note'), 'note: it is gone'],
  ['a field renamed', both(field('note'), field('remark', text)), 'note: it is gone'],
  ['a required field', both(field('new', text), required('at', 'kind', 'new')), 'new: it is new and required'],
  ['an optional field required', required('at', 'kind', 'note'), 'note: it was optional, is required'],
  ['another type', said('note', { type: 'number' }), 'note: type was "string", is "number"'],
  ['a narrower type', said('amount', { type: 'integer' }), 'amount: type was "number", is "integer"'],
  ['a value removed', said('kind', { enum: ['planned'] }), 'kind: the value "for-cause" is gone'],
  ['an open text made a list', said('note', { enum: ['a'] }), 'note: its values were open, are a list'],
  ['another constant', field('status', { const: 'corrected' }), 'status: the value "final" is gone'],
  ['another format', said('at', { format: 'date' }), 'at: format was "date-time", is "date"'],
  ['a pattern', said('note', { pattern: '^a' }), 'note: pattern was not said, is "^a"'],
  ['a narrower limit', said('amount', { minimum: 1 }), 'amount: minimum was 0, is 1'],
  ['a field of items removed', items((of) => delete of.properties['positive']), 'results[].positive: it is gone'],
  [
    'a field of items required',
    items((of) => of.required.push('positive')),
    'results[].positive: it was optional, is required',
  ],
  ['other items', said('results', { items: text }), 'results[]: type was "object", is "string"'],
  [
    'a named part changed',
    part('DrugClass', { type: 'string', enum: ['cocaine'] }),
    'results[].drugClass: the value "opioids" is gone',
  ],
  ['a part of itself changed', part('Rule', { type: 'object' }), 'rule.because: it is gone'],
  [
    'other values of a map',
    said('answers', { additionalProperties: text }),
    'answers: type was "integer", is "string"',
  ],
  [
    'narrower names of a map',
    said('answers', { propertyNames: { pattern: '^qq' } }),
    'answers: pattern was "^q", is "^qq"',
  ],
  ['a form removed', said('who', { anyOf: [text] }), 'who: anyOf had 2 forms, has 1'],
  ['a field of a form removed', said('who', { anyOf: [text, { type: 'object' }] }), 'who.id: it is gone'],
  [
    'unknown fields refused',
    (schema) => Object.assign(schema, { additionalProperties: false }),
    'the whole: additionalProperties was not said, is false',
  ],
];

/** What breaks readers, and lets senders be: more is taken than before. */
export const widening: readonly (readonly [string, Change, string])[] = [
  ['a required field optional', required('at'), 'kind: it was always there, now it may be left out'],
  ['a wider type', said('note', { type: ['string', 'null'] }), 'note: type was "string", is ["string","null"]'],
  [
    'a value added',
    said('kind', { enum: ['planned', 'for-cause', 'random'] }),
    'kind: the value "random" is new, and readers do not know it',
  ],
  ['a list opened', field('kind', text), 'kind: its values were a list, are open'],
  ['no format any more', field('at', text), 'at: format was "date-time", is not said'],
  ['a wider limit', said('note', { maxLength: 30 }), 'note: maxLength was 20, is 30'],
  ['a form added', said('who', { anyOf: [...forms, { type: 'null' }] }), 'who: anyOf had 2 forms, has 3'],
];

export const harmless: readonly (readonly [string, Change])[] = [
  ['nothing', () => {}],
  ['an optional field', field('more', { type: 'string', enum: ['a'] })],
  ['an optional field of items', items(({ properties }) => (properties['more'] = { type: 'object', required: ['a'] }))],
  ['other words', said('note', { description: 'A remark', title: 'Remark' })],
  ['values in another order', said('kind', { enum: ['for-cause', 'planned'] })],
  [
    'a named part written out',
    items(({ properties }) => (properties['drugClass'] = published().$defs['DrugClass'] ?? {})),
  ],
];
