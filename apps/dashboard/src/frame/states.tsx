import { Button } from '@mantine/core';
import { IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { NoAnswerError, ProblemError } from '../api/request.ts';
import { problemWords } from '../texts/problem-words.ts';
import { t } from '../texts/texts.ts';
import style from './states.module.css';

interface StateProps {
  readonly icon: ComponentType<{ readonly size: number; readonly stroke: number }>;
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** Empty, failed, not there: an icon, what is so, and the way on. */
export function StatePanel({ icon: Icon, title, children, action }: StateProps) {
  return (
    <div className={style.state}>
      <span className={style.icon} aria-hidden>
        <Icon size={22} stroke={1.5} />
      </span>
      <h2>{title}</h2>
      <p>{children}</p>
      {action !== undefined && <div className={style.actions}>{action}</div>}
    </div>
  );
}

interface FailureProps {
  /** What could not be loaded, as it stands in a sentence: "the board". */
  readonly what: string;
  readonly error: unknown;
  readonly retry: () => void;
}

export function Failure({ what, error, retry }: FailureProps) {
  return (
    <div role="alert" className={style.fill}>
      <StatePanel
        icon={IconPlugConnectedX}
        title={t('states.couldNotLoad', { what })}
        action={
          <Button size="xs" leftSection={<IconRefresh size={15} stroke={1.75} aria-hidden />} onClick={retry}>
            {t('states.tryAgain')}
          </Button>
        }
      >
        {reasonOf(error)}
      </StatePanel>
    </div>
  );
}

function reasonOf(error: unknown): string {
  if (error instanceof NoAnswerError) return t('states.noAnswer');
  if (!(error instanceof ProblemError)) return t('states.notUnderstood');
  const title = problemWords(error.problem);
  const { instance: trace } = error.problem;
  return trace === undefined ? t('states.answered', { title }) : t('states.answeredWithTrace', { title, trace });
}

/** Shows its children only after a moment: what loads quickly never flickers. */
export function AfterAMoment({ children }: { readonly children: ReactNode }) {
  const [shown, show] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => show(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return shown ? children : null;
}
