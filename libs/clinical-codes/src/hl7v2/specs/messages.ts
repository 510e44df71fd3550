import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { senderReading, type SenderReading } from '../sender.ts';

/** 300 synthetic messages, shaped as a hospital's interface sends them. */
export const simulatedHospital = (): readonly string[] =>
  gunzipSync(readFileSync('libs/clinical-codes/fixtures/hl7v2/messages-001-300.hl7.gz'))
    .toString('latin1')
    .split('\n\n')
    .map((message) => message.trim())
    .filter((message) => message !== '');

export const acme: SenderReading = senderReading({
  senderId: 'acme',
  timeZone: 'America/New_York',
  numbers: [
    { authority: 'ACME', as: 'mrn' },
    { authority: 'SIMULATOR MRN', as: 'mrn' },
    { authority: '1.2.3', as: 'state-id' },
    { authority: 'STEPWAY', as: 'patient-id' },
  ],
  codes: [
    { code: 'UDS7', system: 'ACMELAB', panel: 'presumptive' },
    { code: 'COC', system: 'ACMELAB', loinc: '14314-9' },
    { code: 'KRA', system: 'ACMELAB', drugClass: 'other', stage: 'definitive', analyte: 'mitragynine' },
    { code: 'VALID', system: 'ACMELAB', validity: 'finding' },
    { code: 'TEMP', system: 'ACMELAB', validity: 'temperatureF' },
    { code: 'NITR', system: 'ACMELAB', validity: 'nitriteUgMl' },
    { code: 'INIT', system: 'ACMELAB', nothing: true },
  ],
});

const pid = 'PID|1||4711^^^ACME^MR||Doe^Jane^Q||19900203|F';

/** A message of these segments, MSH before them; ends each with CR. */
export const message = (type: string, segments: readonly string[], version = '2.5.1'): string =>
  [`MSH|^~\\&|LIS|ACME|STEPWAY|CLINIC|20260203080000-0500||${type}|M1|P|${version}`, ...segments]
    .map((segment) => `${segment}\r`)
    .join('');

export const obr = (fields: { number?: string; code?: string; status?: string; at?: string; source?: string } = {}) => {
  const {
    number = '26-77',
    code = '65750-2^Drug screen^LN',
    status = 'F',
    at = '20260202090000',
    source = '',
  } = fields;
  return `OBR|1||${number}|${code}|||${at}||||||||${source}|||||||20260203073000|||${status}`;
};
export const screen = obr();

/** OBX: type, code, value, and what else is said. */
export const obx = (
  type: string,
  code: string,
  value: string,
  more: { unit?: string; range?: string; flag?: string; status?: string; method?: string } = {},
): string => {
  const { unit = '', range = '', flag = '', status = 'F', method = '' } = more;
  return `OBX|1|${type}|${code}||${value}|${unit}|${range}|${flag}|||${status}||||||${method}`;
};
export const cocaine = '14314-9^Cocaine^LN';
export const cocaineAmount = '3394-4^Cocaine^LN';

export const report = (...segments: readonly string[]): string => message('ORU^R01^ORU_R01', [pid, ...segments]);
export const admission = (event: string, pv1: string, more: { pid?: string; evn?: string } = {}): string =>
  message(`ADT^${event}`, [more.evn ?? `EVN|${event}|20260202101500`, more.pid ?? pid, pv1]);
