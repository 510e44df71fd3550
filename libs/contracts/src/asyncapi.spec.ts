import { Parser } from '@asyncapi/parser';
import { commandTypes, eventTypes } from '@stepway/pathway';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { asyncApiDocument } from './asyncapi.ts';
import { commandBodies } from './commands/commands.ts';
import { eventData } from './events/events.ts';

const text = JSON.stringify(asyncApiDocument());
const { components, channels } = JSON.parse(text);

describe('the AsyncAPI document', () => {
  it('is valid AsyncAPI 3', async () => {
    const { document, diagnostics } = await new Parser().parse(text);
    expect(diagnostics.filter(({ severity }) => severity === 0)).toEqual([]);
    expect(document?.version()).toBe('3.0.0');
  });

  it('has a message for each care event, on the topic of care', () => {
    expect(Object.keys(channels.care.messages)).toEqual([...eventTypes]);
    expect(channels.care.address).toBe('stepway.care.v1');
    expect(components.messages.DrugTestDisposed.name).toBe('stepway.care.drug-test-disposed.v1');
  });

  it('has a message for each fact from outside, and the dead letter with its reasons', () => {
    expect(Object.keys(channels.clinicalIn.messages)).toEqual([...commandTypes]);
    expect(channels.clinicalIn.address).toBe('stepway.clinical-in.v1');
    expect(components.messages.RecordDrugTestResult.name).toBe('stepway.clinical.record-drug-test-result.v1');
    expect(channels.clinicalInDead.address).toBe('stepway.clinical-in.v1.dead');
    expect(components.messages.deadLetter.headers.properties['dead-reason'].enum).toContain('unknown-sender');
  });

  it('has the topics of a partner, what ends them, and the body of a webhook', () => {
    expect(channels.partner.address).toBe('stepway.partner.{partnerId}.v1');
    expect(channels.partnerReplay.address).toBe('stepway.partner.{partnerId}.replay.{jobId}');
    expect(Object.keys(channels.partner.messages)).toEqual(
      expect.arrayContaining(['stepway.partner.transition-started.v1', 'stepway.partner.consent-ended.v1']),
    );
    const { headers } = components.messages['stepway.partner.transition-started.v1'];
    expect(headers.properties.ce_policy).toEqual({ const: '42CFRPart2' });
    expect(headers.required).toContain('ce_consentid');
    expect(headers.required).not.toContain('ce_consentexpires');
    expect(Object.keys(components.messages)).toContain('partnerNotice');
  });

  it('lets what is sent gain fields, and what is taken none', () => {
    expect(JSON.stringify(components.messages.DrugTestResultRecorded.payload)).not.toContain('additionalProperties');
    expect(components.messages.RecordDrugTestResult.payload.additionalProperties).toBe(false);
  });

  it('names the headers that are on every record', () => {
    expect(components.messages.Admitted.headers.required).toEqual([
      'ce_specversion',
      'ce_id',
      'ce_source',
      'ce_type',
      'ce_subject',
      'ce_time',
      'ce_dataschema',
      'ce_sequence',
      'ce_position',
      'ce_recordedtime',
      'ce_correlationid',
      'ce_actorid',
      'ce_actorkind',
      'ce_actorrole',
      'content-type',
    ]);
  });

  it.each([...eventTypes, ...commandTypes])('publishes a schema that compiles: %s', (type) => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    formats.default(ajv);
    ajv.addVocabulary(['components']);
    ajv.addSchema({ $id: 'https://stepway.dev/asyncapi', components: { schemas: components.schemas } });
    const payload = JSON.stringify(components.messages[type].payload).replaceAll(
      '#/',
      'https://stepway.dev/asyncapi#/',
    );
    const validate = ajv.compile(JSON.parse(payload));
    // What is required is refused when it is missing, as by the schema that the relay sends with.
    expect(validate({})).toBe({ ...eventData, ...commandBodies }[type].safeParse({}).success);
  });
});
