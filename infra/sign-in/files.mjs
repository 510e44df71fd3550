import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';

const file = (path, type) => ({ content: readFileSync(join(root, path)), type });

/** What the pages are drawn with, by path. */
export const files = {
  '/page.css': file('infra/sign-in/page.css', 'text/css; charset=utf-8'),
  '/go-on.js': file('infra/sign-in/go-on.js', 'text/javascript; charset=utf-8'),
  '/stepway.svg': file('apps/dashboard/public/stepway.svg', 'image/svg+xml'),
};
