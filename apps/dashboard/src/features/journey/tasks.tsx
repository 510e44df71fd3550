import type { EpisodeView } from '@stepway/contracts';
import { useStaffName } from '../../api/directory.ts';
import { roleWords } from '../../frame/words.ts';
import { Chip } from '../../marks/chip.tsx';
import { leftOrOver } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import { Nothing, Panel } from '../../frame/panel.tsx';
import style from './tasks.module.css';
import { taskWords } from '../../marks/tasks.ts';

interface TasksProps {
  readonly tasks: EpisodeView['tasks'];
  readonly now: number;
  readonly moment: (at: string) => string;
}

/** What people must do, the earliest due first. */
export function Tasks({ tasks, now, moment }: TasksProps) {
  const staffName = useStaffName();
  const ordered = tasks.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  return (
    <Panel title={t('journey.tasks.title')} detail={t('journey.tasks.open', { number: tasks.length })}>
      {ordered.length === 0 ? (
        <Nothing>{t('journey.tasks.none')}</Nothing>
      ) : (
        <ul className={style.tasks}>
          {ordered.map(({ taskId, kind, role, dueAt, escalatedAt, owner, snoozedUntil }) => (
            <li key={taskId}>
              <span className={style.words}>
                {taskWords(kind)}
                <small>
                  {roleWords(role)}
                  {owner &&
                    `, ${owner.by === 'care-team' ? staffName(owner.staffId) : t('journey.tasks.hasIt', { staffId: staffName(owner.staffId) })}`}
                  {escalatedAt !== null && `, ${t('journey.tasks.escalated')}`}
                  {typeof snoozedUntil === 'string' &&
                    Date.parse(snoozedUntil) > now &&
                    `, ${t('journey.tasks.putOff', { moment: moment(snoozedUntil) })}`}
                </small>
              </span>
              <span className={style.due}>
                {Date.parse(dueAt) < now ? (
                  <Chip chip={{ form: 'overdue', icon: 'clock-over', words: '', time: leftOrOver(dueAt, now) }} />
                ) : (
                  <span className="figure">{leftOrOver(dueAt, now)}</span>
                )}
                <small className="figure">{moment(dueAt)}</small>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
