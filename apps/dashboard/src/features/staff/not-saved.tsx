import { Alert, Button } from '@mantine/core';
import { isStatus, ProblemError } from '../../api/request.ts';
import { problemWords } from '../../texts/problem-words.ts';
import { t } from '../../texts/texts.ts';
import style from './staff.module.css';

interface NotSavedProps {
  readonly error: Error;
  /** From the entry as another has left it. */
  readonly beginAgain: () => void;
}

/** Why an entry was not written, and what can be done. */
export function NotSaved({ error, beginAgain }: NotSavedProps) {
  return (
    <Alert color="gray" variant="outline" role="alert" className={style.refused}>
      {error instanceof ProblemError ? `${problemWords(error.problem)}.` : t('states.noAnswer')} {t('staff.kept')}
      {isStatus(error, 412) && (
        <Button variant="default" size="xs" mt="xs" display="block" onClick={beginAgain}>
          {t('staff.asItIs')}
        </Button>
      )}
    </Alert>
  );
}
