import { endsByWord, plusHours, toMs, type CareEventOf } from '@stepway/pathway';
import { chance } from '../chance.ts';
import { saysWhyNotTested } from './drug-tests.ts';
import { simulatedActor, type Plan } from './plan.ts';

/** Most tasks that end by a person's word are done in time, a few are late; the others end by what is recorded. */
export function doesTask(person: string, { data, recordedAt }: CareEventOf<'TaskOpened'>): Plan[] {
  const { taskId, kind, role, dueAt } = data;
  if (kind === 'scheduled-test-missed') return [saysWhyNotTested(person, data.subject, recordedAt)];
  if (!endsByWord(kind)) return [];
  const draw = chance('task', person, taskId);
  const allowedHours = Math.max(1, (toMs(dueAt) - toMs(recordedAt)) / 3_600_000);
  const hours = draw.happens(93) ? (allowedHours * draw.int(15, 95)) / 100 : allowedHours + draw.int(6, 70);
  return [
    {
      at: plusHours(recordedAt, hours),
      key: `task.${taskId}`,
      actor: simulatedActor(role),
      wish: { type: 'CompleteTask', fields: { taskId } },
    },
  ];
}
