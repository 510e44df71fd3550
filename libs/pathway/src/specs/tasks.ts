import { plusHours } from '../time.ts';
import { day, definitive, inCareAt } from './commands.ts';
import { given, timePasses, type Step } from './given.ts';
import { raised } from './safety.ts';

export const task = (kind: string, subject: string): string => `episode-1.task.${kind}.${subject}`;
export const steppedUp: readonly Step[] = [
  ...inCareAt('iop'),
  definitive([['cocaine', 'positive']], { specimenId: 's1' }),
  timePasses(day(10)),
];
export const later = plusHours(day(10), 2);
export const crisis = task('crisis', 'c1');
export const inCrisis = [...inCareAt('iop'), raised('suicidality', day(2))];
export const taskAfter = (taskId: string, ...steps: readonly (Step | readonly Step[])[]) =>
  given(...steps)
    .when()
    .journey.tasks.find((one) => one.taskId === taskId);
