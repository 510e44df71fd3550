import { cloudEventOf, readClinicalMessage } from './clinical-message.ts';
import { notUnpacked, type ReceivedMessage } from './messaging.ts';

const data = { message: 'Hello World!' };
const attributes = {
  ...{ id: '1234-1234-1234', type: 'com.example.someevent', source: '/mycontext/subcontext' },
  time: '2018-04-05T03:56:24Z',
};
const inHeaders = (of: Readonly<Record<string, string>>) => ({
  ...Object.fromEntries(Object.entries(of).map(([name, value]) => [`ce_${name}`, value])),
  ...{ ce_specversion: '1.0', 'content-type': 'application/json' },
});
const text = (value: unknown): Buffer => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
const read = (value: unknown, headers: Readonly<Record<string, string>>) => cloudEventOf(text(value), headers);

describe('a record that is read no further', () => {
  const record = { partition: 0, offset: 0n, key: 'k', headers: inHeaders(attributes) };

  it('could not be unpacked, or is larger than a message may be', () => {
    const marked = { ...record, key: null, value: null, headers: { [notUnpacked]: '' } };
    expect(readClinicalMessage(marked)).toBe('not-unpacked');
    expect(readClinicalMessage({ ...record, value: Buffer.alloc(1_048_577, ' ') })).toBe('too-large');
  });
});

/** The scenarios of the conformance suite (cloudevents/conformance, features/kafka-protocol-binding.feature). */
describe('a CloudEvent in a Kafka record', () => {
  it('is read in binary content mode', () => {
    expect(read(data, inHeaders(attributes))).toEqual({
      ...{ id: attributes.id, type: attributes.type, source: attributes.source, data },
      attributes: { specversion: '1.0', time: '2018-04-05T03:56:24.000Z', datacontenttype: 'application/json' },
    });
  });

  it.each(['application/cloudevents+json', 'application/cloudevents+json; charset=utf-8'])(
    'is read in structured content mode (%s)',
    (contentType) => {
      const event = { specversion: '1.0', ...attributes, datacontenttype: 'application/json', data };
      expect(read(event, { 'content-type': contentType })).toMatchObject({
        ...{ id: attributes.id, type: attributes.type, source: attributes.source, data },
        attributes: { specversion: '1.0', datacontenttype: 'application/json' },
      });
    },
  );

  it('is read with the least that it must have, in both modes', () => {
    const { time: _, ...least } = attributes;
    expect(read(data, inHeaders(least))).toMatchObject({ id: least.id, data });
    const structured = { 'content-type': 'application/cloudevents+json' };
    expect(read({ specversion: '1.0', ...least, data }, structured)).toMatchObject({ id: least.id, data });
  });

  it('is JSON where no content type is named', () => {
    const { 'content-type': _, ...unnamed } = inHeaders(attributes);
    expect(read(data, unnamed)).toMatchObject({ id: attributes.id, data });
  });

  it('is none without an attribute that it must have, in another version, or in a batch', () => {
    const { id: _, ...without } = attributes;
    expect(read(data, inHeaders(without))).toBe('not-a-cloudevent');
    expect(read(data, { ...inHeaders(attributes), ce_specversion: '0.3' })).toBe('not-a-cloudevent');
    expect(read(data, {})).toBe('not-a-cloudevent');
    expect(read('{', { 'content-type': 'application/cloudevents+json' })).toBe('not-a-cloudevent');
    expect(read([{ ...attributes }], { 'content-type': 'application/cloudevents+json' })).toBe('not-a-cloudevent');
    expect(read([{ ...attributes }], { 'content-type': 'application/cloudevents-batch+json' })).toBe(
      'not-a-cloudevent',
    );
    expect(read(data, { ...inHeaders(attributes), ce_time: 'soon' })).toBe('not-a-cloudevent');
  });

  it('has data that are JSON', () => expect(read('{"cut', inHeaders(attributes))).toBe('data-not-json'));
});

describe('a fact from outside', () => {
  const fact = { specimenId: 'S-1' };
  const record = (change: Partial<ReceivedMessage> = {}, of: object = {}): ReceivedMessage => ({
    ...{ partition: 0, offset: 0n, key: 'person-7', value: text(fact) },
    headers: inHeaders({ ...attributes, type: 'stepway.clinical.record-drug-test-result.v1', ...of }),
    ...change,
  });

  it('is a command of a person, from a source', () =>
    expect(readClinicalMessage(record())).toEqual({
      ...{ id: attributes.id, source: attributes.source, command: 'RecordDrugTestResult' },
      ...{ personKey: 'person-7', data: fact },
    }));

  it('is none of nobody, of another type or version, or without fields', () => {
    expect(readClinicalMessage(record({ key: null }))).toBe('no-key');
    expect(readClinicalMessage(record({ value: null }))).toBe('no-value');
    expect(readClinicalMessage(record({}, { type: 'stepway.clinical.record-drug-test-result.v2' }))).toBe(
      'unknown-type',
    );
    expect(readClinicalMessage(record({}, { type: 'stepway.clinical.constructor.v1' }))).toBe('unknown-type');
    expect(readClinicalMessage(record({ value: text('"words"') }))).toBe('data-not-json');
  });
});
