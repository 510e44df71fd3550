import { type AppendRequest, type StreamHead } from '@stepway/event-log';
import type { NewEvent } from '@stepway/pathway';

let commands = 0;

/** Facts of the usual size, about 420 bytes of data each. */
export function anAppend(episodeId: string, events: number, expected: StreamHead): AppendRequest {
  commands += 1;
  return {
    episodeId,
    commandId: `hmac-of-a-key-${commands}`,
    commandHash: Buffer.alloc(32, 7),
    actor: { id: 'lab-7', kind: 'system', role: 'system' },
    recordedAt: at,
    expected,
    events: Array.from({ length: events }, (_, n): NewEvent => ({
      type: 'DrugTestResultRecorded',
      occurredAt: at,
      data: aReport(n),
    })),
  };
}

const at = '2026-11-20T14:10:00.000Z';

const aReport = (n: number): Extract<NewEvent, { type: 'DrugTestResultRecorded' }>['data'] => ({
  specimenId: `S-${n}`,
  matrix: 'urine',
  collectedAt: '2026-11-20T14:10:00.000Z',
  reportedAt: '2026-11-21T20:02:00.000Z',
  status: 'final',
  validity: { finding: 'valid', creatinineMgDl: 96, specificGravity: 1.015 },
  results: [
    {
      ...{ drugClass: 'opioids', outcome: 'positive', stage: 'definitive' },
      ...{ amount: 820, unit: 'ng/mL', cutoff: 300, loinc: '18390-5' },
    },
    { drugClass: 'cocaine', outcome: 'negative', stage: 'presumptive', cutoff: 150, unit: 'ng/mL' },
  ],
  acknowledgedUse: false,
});
