import type { ProgrammeFile } from '@stepway/contracts';
import type { z } from 'zod';

/** The rules of one version, as the contract has them. */
export type Programme = z.output<typeof ProgrammeFile>;
export type Level = Programme['levels'][string];
