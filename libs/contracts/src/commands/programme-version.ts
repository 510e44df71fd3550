import { z } from 'zod';
import { Code } from '../scalars.ts';

export const ProgrammeVersion = z.strictObject({ id: Code, version: z.int().positive() });
