import { IconCheck } from '@tabler/icons-react';
import type { EpisodeView } from '@stepway/contracts';
import style from './goals.module.css';
import { Nothing, Panel } from './panel.tsx';
import { goalWords } from './words/goals.ts';

interface GoalsProps {
  readonly journey: EpisodeView;
  readonly texts: ReadonlyMap<string, string>;
  readonly levelTitle: (id: string) => string;
  readonly day: (at: string) => string;
}

/** Goals of the present level; those of earlier levels below it. */
export function Goals({ journey, texts, levelTitle, day }: GoalsProps) {
  const levels = [...new Set([journey.level, ...journey.goals.map(({ level }) => level).toReversed()])].filter(
    (level) => level !== null,
  );
  const withGoals = levels.filter((level) => journey.goals.some((goal) => goal.level === level));
  if (withGoals.length === 0)
    return (
      <Panel title="Goals">
        <Nothing>No goals were set yet.</Nothing>
      </Panel>
    );
  return withGoals.map((level) => {
    const goals = journey.goals.filter((goal) => goal.level === level);
    const achieved = goals.filter(({ state }) => state === 'achieved').length;
    return (
      <Panel key={level} title={`Goals at ${levelTitle(level)}`} detail={`${achieved} of ${goals.length} achieved`}>
        <ul className={style.goals}>
          {goals.map(({ goalId, domain, state, completedAt }) => (
            <li key={goalId}>
              <span className={style.domain}>{goalWords[domain]}</span>
              <span className={style.text}>{texts.get(goalId) ?? ''}</span>
              <span className={`${style.state} figure`}>
                {state === 'open' ? 'Open' : completedAt === null ? 'Achieved' : `Achieved ${day(completedAt)}`}
                <i data-state={state} aria-hidden>
                  {state === 'achieved' && <IconCheck size={12} stroke={2.4} />}
                </i>
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    );
  });
}
