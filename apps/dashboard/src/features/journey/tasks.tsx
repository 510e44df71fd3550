import type { EpisodeView } from '@stepway/contracts';
import { roleWords } from '../../frame/words.ts';
import { Chip } from '../../marks/chip.tsx';
import { leftOrOver } from '../../marks/time.ts';
import { Nothing, Panel } from './panel.tsx';
import style from './tasks.module.css';
import { taskWords } from '../../marks/tasks.ts';

interface TasksProps {
  readonly tasks: EpisodeView['tasks'];
  readonly now: number;
  readonly moment: (at: string) => string;
}

/** What people must do, the earliest due first. */
export function Tasks({ tasks, now, moment }: TasksProps) {
  const ordered = tasks.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  return (
    <Panel title="Tasks" detail={`${tasks.length} open`}>
      {ordered.length === 0 ? (
        <Nothing>Nothing waits for a person.</Nothing>
      ) : (
        <ul className={style.tasks}>
          {ordered.map(({ taskId, kind, role, dueAt, escalatedAt, owner, snoozedUntil }) => (
            <li key={taskId}>
              <span className={style.words}>
                {taskWords(kind)}
                <small>
                  {roleWords(role)}
                  {owner && `, ${owner.staffId}${owner.by === 'care-team' ? '' : ' has it'}`}
                  {escalatedAt !== null && ', escalated'}
                  {typeof snoozedUntil === 'string' &&
                    Date.parse(snoozedUntil) > now &&
                    `, put off to ${moment(snoozedUntil)}`}
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
