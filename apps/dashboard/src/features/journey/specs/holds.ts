import type { Examples } from './example.ts';
import { at } from './values.ts';

export const holdExamples = {
  HoldPlaced: [{ holdId: 'h', until: at }, 'Automatic moves paused to [moment].'],
  HoldReleased: [{ holdId: 'h', cause: 'ended' }, 'Automatic moves go on: the pause came to its end.'],
} satisfies Partial<Examples>;
