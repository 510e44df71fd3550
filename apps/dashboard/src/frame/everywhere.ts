import { Instant, Uuid } from '@stepway/contracts';
import { z } from 'zod';

/** What any address may say beside its screen's own filters. What is not understood is read as if it did not stand there. */
export const Everywhere = z.object({
  /** The moment that is looked at instead of now, and in which sense. */
  asOf: Instant.optional().catch(undefined),
  sense: z
    // The router reads `sense=true` as a value, not as a word, and writes it so.
    .preprocess((said) => (said === 'true' ? true : said), z.union([z.literal(true), z.literal('known')]).optional())
    .catch(undefined),
  /** The command whose dialog is open (`record-session`), the journey it is for where the screen is none, and its subject. */
  do: z
    .string()
    .regex(/^[a-z0-9-]{1,64}$/)
    .optional()
    .catch(undefined),
  of: Uuid.optional().catch(undefined),
  about: z
    .string()
    .regex(/^[A-Za-z0-9._:-]{1,300}$/)
    .optional()
    .catch(undefined),
});
export type Everywhere = z.output<typeof Everywhere>;
