import { Button, Progress } from '@mantine/core';
import { IconDatabaseImport, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { beingFilled, percentOf, type BeingFilled } from '../api/being-filled.ts';
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
  const filling = beingFilled(error);
  if (filling !== undefined) return <Filling what={what} filling={filling} />;
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

/** Not a failure, and not empty: an upgrade brought it, and it comes by itself. */
function Filling({ what, filling }: { readonly what: string; readonly filling: BeingFilled }) {
  const percent = percentOf(filling);
  const title = t('states.filling', { what });
  return (
    <div className={style.fill}>
      <StatePanel
        icon={IconDatabaseImport}
        title={title}
        action={
          <span className={style.progress}>
            <Progress size="sm" value={percent} aria-label={title} />
            <span className="figure">
              {filling.of === 0 ? t('states.fillingSoon') : t('states.filled', { percent, ...filling })}
            </span>
          </span>
        }
      >
        {t('states.fillingWhy')}
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
