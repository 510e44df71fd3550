import { connect } from 'node:net';
import { hoursAgo } from './clinic.ts';

/** A laboratory that speaks HL7 v2, and knows people of the clinic by their ids. */
export const laboratory = {
  ...{ senderId: 'north', title: 'North laboratory', active: true, siteIds: ['main'], timeZone: 'America/New_York' },
  commands: ['RecordDrugTestResult'],
  hl7v2: { application: 'LIS', facility: 'NORTH' },
  numbers: [{ authority: 'STEPWAY', as: 'patient-id' }],
};

const hl7Time = (instant: string): string => `${instant.slice(0, 19).replace(/[-:T]/g, '')}+0000`;

interface Report {
  readonly patientId: string;
  readonly controlId: string;
  readonly specimen: string;
  readonly status?: 'F' | 'C';
  readonly value?: 'Positive' | 'Negative';
  readonly reportedAt?: string;
  readonly collectedAt?: string;
}

/** A definitive cocaine result as a laboratory's interface sends it. */
export function oru({ patientId, controlId, specimen, status = 'F', value = 'Positive', ...times }: Report): string {
  const reported = hl7Time(times.reportedAt ?? hoursAgo(1));
  const collected = hl7Time(times.collectedAt ?? hoursAgo(30));
  return [
    `MSH|^~\\&|LIS|NORTH|STEPWAY|CLINIC|${reported}||ORU^R01|${controlId}|P|2.5.1`,
    `PID|1||${patientId}^^^STEPWAY^PI||Exampleton^Wren||19800203`,
    `OBR|1||${specimen}|65750-2^Drugs of abuse screen^LN|||${collected}|||||||||||||||${reported}|||${status}`,
    `OBX|1|ST|14315-6^Benzoylecgonine [Presence] in Urine by Confirmatory method^LN||${value}||||||${status}`,
  ]
    .map((segment) => `${segment}\r`)
    .join('');
}

/** Sends frames over one connection; resolves with MSA-1 and MSA-2 of the answers that came, in order. */
export function sendHl7(
  address: string,
  messages: readonly string[],
  onAnswer: () => void = () => undefined,
): Promise<readonly string[]> {
  if (messages.length === 0) return Promise.resolve([]);
  const [host = '', port = ''] = address.split(':');
  return new Promise((resolve) => {
    let text = '';
    const answers = () => [...text.matchAll(/\rMSA\|(\w+)\|([^|\r]*)/g)].map(([, code, id]) => `${code} ${id}`);
    const socket = connect(Number(port), host, () =>
      messages.forEach((message) => socket.write(`\u000b${message}\u001c\r`)),
    );
    socket.on('data', (data) => {
      text += data.toString('latin1');
      if (answers().length > 0) onAnswer();
      if (answers().length >= messages.length) socket.end();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answers()));
  });
}
