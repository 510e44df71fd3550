import { ProblemError } from '../../api/request.ts';
import type { Release } from './requests.ts';

/** Lines as a page shows them: HL7 v2 ends each with a carriage return alone, which a page does not break at. */
export const shownText = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

/** What was changed on the page, with lines that end as they did when it came. */
export function sentText(shown: string, came: string): string {
  const [end = '\n'] = /\r\n?|\n/.exec(came) ?? [];
  return shownText(shown).replaceAll('\n', end);
}

interface Correction {
  readonly patientId: string | undefined;
  /** As the page shows it; undefined = not touched. */
  readonly text: string | undefined;
}

/** What is sent with a release: only what a person said to the message. */
export const releaseOf = ({ patientId, text }: Correction, came: string): Release => ({
  ...(patientId !== undefined && { patientId }),
  ...(text !== undefined && text !== shownText(came) && { text: sentText(text, came) }),
});

/** The fields that the server did not take. */
export const refusedIn = (error: Error | null): ReadonlySet<string> =>
  new Set(
    error instanceof ProblemError
      ? error.problem.errors?.flatMap(({ pointer }) => pointer.split('/')[1] ?? [])
      : undefined,
  );
