import { plusHours, toMs, type CareEventOf, type OutreachChannel } from '@stepway/pathway';
import { chance } from '../chance.ts';
import { simulatedActor, type Plan } from './plan.ts';

const channels: readonly OutreachChannel[] = ['phone', 'text', 'visit', 'letter'];

/** What staff do when somebody was missed, or is due for a check-up: most are reached, sooner or later. */
export function reachesOut(person: string, { data, recordedAt }: CareEventOf<'TaskOpened'>): Plan[] {
  const { kind, subject, role, dueAt } = data;
  if (kind !== 'contact-outreach' && kind !== 'check-up') return [];
  const draw = chance(kind, person, subject);
  const allowedHours = Math.max(1, (toMs(dueAt) - toMs(recordedAt)) / 3_600_000);
  const at = plusHours(recordedAt, (allowedHours * draw.int(10, 95)) / 100);
  const key = `${kind}.${subject}`;
  const actor = simulatedActor(role);
  if (kind === 'check-up') {
    const attendance = draw.happens(85) ? 'attended' : 'missed';
    const session = { sessionType: 'telephone-check-up', setting: 'virtual', startedAt: at, minutes: 20 } as const;
    const fields = { sessionId: `check-up.${person}.${subject}`, ...session, attendance } as const;
    return [{ at: plusHours(at, 0.5), key, actor, wish: { type: 'RecordSession', fields } }];
  }
  // The same call again is no other channel: by text on the next day, then by a visit, at last by letter.
  const stage = subject.split('.day-')[1];
  const channel = channels[stage === undefined ? 0 : stage === '1' ? 1 : stage === '3' ? 2 : 3] ?? 'letter';
  const fields = { outreachId: `outreach.${person}.${subject}`, at, channel, reached: draw.happens(55) };
  return [{ at, key, actor, wish: { type: 'RecordOutreach', fields } }];
}
