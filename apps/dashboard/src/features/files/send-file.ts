import { fileFaults, FileResult, type FileKind } from '@stepway/contracts';
import { z } from 'zod';
import { postFile, ProblemError } from '../../api/request.ts';
import { problemWords } from '../../texts/problem-words.ts';
import { t } from '../../texts/texts.ts';

/** Sends a file as it is; dry, nothing is stored. @throws what `post` throws */
export const sendFile = (kind: FileKind, file: File, dry: boolean): Promise<FileResult> =>
  postFile(`/v1/files/${kind}${dry ? '?dry=true' : ''}`, file, FileResult);

const Refusal = z.object({ fault: z.enum(fileFaults), column: z.string().default('') });

/** Why the file was not looked at. */
export function whyRefused(error: Error): string {
  if (!(error instanceof ProblemError)) return t('states.noAnswer');
  const { problem } = error;
  const refusal = Refusal.safeParse(problem);
  if (refusal.success) return t(`files.refusals.${refusal.data.fault}`, { column: refusal.data.column });
  return problem.status === 413 ? t('files.tooLarge') : `${problemWords(problem)}.`;
}
