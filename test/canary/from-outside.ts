import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stack } from '@stepway/test-support';
import { Feeds } from '../clinic/feeds.ts';
import { oru } from '../clinic/laboratory.ts';
import { until } from '../clinic/until.ts';
import type { Clinic } from '../clinic/clinic.ts';
import { canary, field } from './canary.ts';
import type { Refusal } from './stray.ts';

/** A person who is known here, and their birthday. */
export interface Spoken {
  readonly patientId: string;
  readonly birthDate: string;
}

/**
 * The canary in what comes from outside: names and words in messages that are taken, that wait for a person, that are
 * opened, corrected, released and dismissed, and that are refused; and in files.
 * @returns what was answered
 */
export async function comesFromOutside(stack: Stack, clinic: Clinic, spoken: Spoken): Promise<readonly Refusal[]> {
  const feeds = await Feeds.of(stack);
  const answers: Refusal[] = [];
  const told = (what: string, status: number, text: string) =>
    answers.push({ what, status, echoes: text.includes(canary) || text.includes(spoken.birthDate) });
  try {
    const named = (message: string): string =>
      message
        .replace('Exampleton^Wren', `${field('family')}^${canary}`)
        .replace('19800203', spoken.birthDate.replaceAll('-', ''))
        .concat(`NTE|1||${field('comment')}\r`);
    const report = (id: string, patientId: string) =>
      oru({ patientId, controlId: id, specimen: `C-${id}`, value: 'Negative' });
    const messages: readonly (readonly [string, string])[] = [
      ['of somebody known', named(report('C1', spoken.patientId))],
      ['of nobody known', named(report('C2', randomUUID()))],
      ['of nobody known, too', named(report('C3', randomUUID()))],
      ['of an unknown sender', named(report('C4', spoken.patientId)).replace('|LIS|', `|${canary}|`)],
      ['of no type', named(report('C5', spoken.patientId)).replace('ORU^R01', canary)],
      ['of broken segments', named(report('C6', spoken.patientId)).replace('OBR|', `${canary} `)],
    ];
    for (const [what, message] of messages) {
      const [answer = ''] = await feeds.hl7([message]);
      told(`HL7 v2 ${what}`, answer.startsWith('AA') ? 200 : 400, answer);
    }
    const subject = { identifier: { system: 'STEPWAY', value: spoken.patientId }, display: field('display') };
    const observation = {
      ...{ resourceType: 'Observation', status: 'final', valueString: 'negative', subject },
      code: { coding: [{ system: 'http://loinc.org', code: '14314-9', display: field('code') }] },
      note: [{ text: field('note') }],
      ...{ effectiveDateTime: '2026-11-01T10:00:00Z', issued: '2026-11-02T10:00:00Z' },
      specimen: { identifier: { value: 'C-F1' } },
    };
    for (const [what, body] of [
      ['a result', observation],
      ['a status that is none', { ...observation, status: canary }],
      [
        'a batch',
        { resourceType: 'Bundle', type: 'batch', entry: [{ resource: { resourceType: canary } }, { [canary]: 1 }] },
      ],
    ] as const) {
      const answer = await feeds.fhir(what === 'a batch' ? '' : '/Observation', JSON.stringify(body));
      told(`FHIR ${what}`, answer.status, await answer.text());
    }
    await decide(clinic);
    await sendFiles(stack, spoken, told);
    return answers;
  } finally {
    await feeds.close();
  }
}

/** Of the messages that wait, one is opened and released with other words, the others are dismissed. */
async function decide(clinic: Clinic): Promise<void> {
  const place = '/v1/inbox/quarantine';
  const items = await until('messages wait for a person', async () => {
    const { body } = await clinic.get(place);
    const found = (body['items'] ?? []) as { messageId: string }[];
    return found.length >= 2 && found;
  });
  const [one, ...others] = items;
  const { body } = await clinic.get(`${place}/${one?.messageId}`);
  const text = `${String(body['text'])}NTE|2||${field('correction')}\r`;
  await clinic.once('POST', `${place}/${one?.messageId}/release`, { text });
  for (const { messageId } of others)
    await clinic.once('POST', `${place}/${messageId}/dismiss`, { reasonCode: 'test-message' });
}

async function sendFiles(
  stack: Stack,
  { birthDate }: Spoken,
  told: (what: string, status: number, text: string) => void,
): Promise<void> {
  const names = 'record_number,given_name,family_name,birth_date,site,programme,level,referred_at,phone';
  const line = (number: string, rest: string) =>
    `${number},${canary},${field('of a file')},${birthDate},main,standard-four,${rest}`;
  const files = {
    'a roster': [names, line('C-1', `iop,2026-11-01,${field('phone')}`), line('C-2', `${canary},${canary},`)].join(
      '\n',
    ),
    'a file without names of columns': line('C-3', 'iop,2026-11-01,'),
    'a column that is none': `${names},${canary}\n${line('C-4', 'iop,2026-11-01,,')}`,
    'a quote that does not end': `${names}\n"${field('quote')}`,
  };
  for (const [what, text] of Object.entries(files)) {
    // Beside the stack: whoever sends it has it.
    const folder = mkdtempSync(join(tmpdir(), 'stepway-canary-'));
    const file = join(folder, 'people.csv');
    writeFileSync(file, text);
    const { stdout, stderr } = await stack
      .stepway('csv', 'send', 'roster', file)
      .catch((error: { stdout: string; stderr: string }) => error);
    rmSync(folder, { recursive: true });
    told(what, 400, `${stdout}${stderr}`);
  }
}
