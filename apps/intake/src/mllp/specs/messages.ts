import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Message } from 'node-hl7-client';

/** 300 synthetic messages, shaped as a hospital's interface sends them. */
export const simulatedHospital = (): readonly string[] =>
  gunzipSync(readFileSync('libs/clinical-codes/fixtures/hl7v2/messages-001-300.hl7.gz'))
    .toString('latin1')
    .split('\n\n')
    .map((message) => message.trim())
    .filter((message) => message !== '');

/** A report of a drug screen with this control id. */
export const report = (controlId: string, more: { set?: string; name?: string; msh?: string } = {}): string =>
  [
    more.msh ??
      `MSH|^~\\&|LIS|ACME|STEPWAY|CLINIC|20260203080000-0500||ORU^R01|${controlId}|P|2.5.1||||||${more.set ?? ''}`,
    `PID|1||4711^^^ACME^MR||${more.name ?? 'Doe^Jane'}||19900203|F`,
    'OBR|1||26-77|65750-2^Drug screen^LN|||20260202090000||||||||||||||||||F',
    'OBX|1|ST|14314-9^Cocaine^LN||NEGATIVE||||||F',
  ]
    .map((segment) => `${segment}\r`)
    .join('');

/** What an answer says, read by an independent parser: code, control id, error. */
export const answerIn = (answer: string): readonly [string, string, string] => {
  const message = new Message({ text: answer.replace(/\r$/, '') });
  const at = (path: string): string => message.get(path).toString();
  return [at('MSA.1'), at('MSA.2'), /\rERR\|/.test(answer) ? at('ERR.3.1') : ''];
};
