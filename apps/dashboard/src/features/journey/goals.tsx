import { IconCheck } from '@tabler/icons-react';
import type { EpisodeView } from '@stepway/contracts';
import { listInWords } from '../../texts/in-language.ts';
import { small } from '../../texts/letters.ts';
import { t } from '../../texts/texts.ts';
import style from './goals.module.css';
import { Nothing, Panel } from '../../frame/panel.tsx';

interface GoalsProps {
  readonly journey: EpisodeView;
  readonly texts: ReadonlyMap<string, string>;
  readonly levelTitle: (id: string) => string;
  readonly day: (at: string) => string;
}

/** Goals of the present level, and what its plan does not speak about yet; those of earlier levels below it. */
export function Goals({ journey, texts, levelTitle, day }: GoalsProps) {
  const levels = [...new Set([journey.level, ...journey.goals.map(({ level }) => level).toReversed()])].filter(
    (level) => level !== null,
  );
  const withGoals = levels.filter((level) => journey.goals.some((goal) => goal.level === level));
  if (withGoals.length === 0)
    return (
      <Panel title={t('journey.goals.title')}>
        <Nothing>
          {t('journey.goals.none')} {suggested(journey)}
        </Nothing>
      </Panel>
    );
  return withGoals.map((level) => {
    const goals = journey.goals.filter((goal) => goal.level === level);
    const achieved = goals.filter(({ state }) => state === 'achieved').length;
    const kept = goals.filter(({ state }) => state !== 'withdrawn').length;
    const without = level === journey.level && journey.goalDomainsWithoutGoal.length > 0;
    return (
      <Panel
        key={level}
        title={t('journey.goals.at', { level: levelTitle(level) })}
        detail={t('journey.goals.achieved', { number: achieved, of: kept })}
      >
        <ul className={style.goals}>
          {goals.map((goal) => (
            <li key={goal.goalId}>
              <span className={style.domain}>{t(`events.goals.domains.${goal.domain}`)}</span>
              <span className={style.text}>{texts.get(goal.goalId) ?? ''}</span>
              <span className={`${style.state} figure`}>
                {standing(goal, day)}
                <i data-state={goal.state} aria-hidden>
                  {goal.state === 'achieved' && <IconCheck size={12} stroke={2.4} />}
                </i>
              </span>
            </li>
          ))}
        </ul>
        {without && <p className={style.without}>{suggested(journey)}</p>}
      </Panel>
    );
  });
}

type Goal = EpisodeView['goals'][number];

function standing({ state, completedAt, withdrawnAt }: Goal, day: (at: string) => string): string {
  const since = completedAt ?? withdrawnAt;
  return since === null
    ? t(`journey.goals.states.${state}`)
    : t('journey.goals.since', { state: t(`journey.goals.states.${state}`), day: day(since) });
}

/** What the level's template names beside the goals that there are. */
function suggested({ goalDomainsWithoutGoal }: EpisodeView): string {
  if (goalDomainsWithoutGoal.length === 0) return '';
  const domains = goalDomainsWithoutGoal.map((domain) => small(t(`events.goals.domains.${domain}`)));
  return t('journey.goals.without', { domains: listInWords(domains) });
}
