import { TaskId } from '../scalars.ts';
import { command } from './command.ts';

export const taskBodies = {
  CompleteTask: command({ taskId: TaskId }),
};

export const taskFreeText = {};
