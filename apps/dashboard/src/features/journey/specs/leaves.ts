import type { Examples } from './example.ts';
import { at } from './values.ts';

export const leaveExamples = {
  LeaveStarted: [
    { leaveId: 'l1', kind: 'pass', at, expectedReturnAt: at },
    'Short leave from [moment]; expected back by [moment].',
  ],
  LeaveEnded: [{ leaveId: 'l1', at, cause: 'returned' }, 'Back from leave on [moment].'],
} satisfies Partial<Examples>;
