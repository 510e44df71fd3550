import { z } from 'zod';

export const reviewEvents = {
  ReviewDue: z.object({ level: z.string(), inCareDays: z.int() }),
};
