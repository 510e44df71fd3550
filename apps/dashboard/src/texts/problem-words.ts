import type { Problem } from '@stepway/contracts';
import { problems } from './en/problems.ts';
import { t } from './texts.ts';

const isSaid = (name: string): name is keyof typeof problems => Object.hasOwn(problems, name);

/** What the server answered, in the language of the page; a problem of a newer server in the server's own words. */
export function problemWords({ type, title }: Pick<Problem, 'type' | 'title'>): string {
  const name = type.slice(type.lastIndexOf('/') + 1);
  return isSaid(name) ? t(`problems.${name}`) : title;
}
