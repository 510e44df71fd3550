import { Alert } from '@mantine/core';
import { isStatus, ProblemError } from '../../api/request.ts';
import { problemWords } from '../../texts/problem-words.ts';
import { t } from '../../texts/texts.ts';
import style from './messages.module.css';

/** Why nothing was decided. */
export function NotDecided({ error }: { readonly error: Error }) {
  const why = error instanceof ProblemError ? `${problemWords(error.problem)}.` : t('states.noAnswer');
  return (
    <Alert color="gray" variant="outline" role="alert" className={style.refused}>
      {isStatus(error, 404) ? t('messages.decided') : `${why} ${t('messages.kept')}`}
    </Alert>
  );
}
