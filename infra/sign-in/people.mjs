import { join } from 'node:path';
import { root } from '../paths.mjs';

/** The people whom the development provider lets in: one for each role, all invented. */
export const people = join(root, 'infra/sign-in/people.json');
