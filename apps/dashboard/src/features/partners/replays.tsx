import type { PartnerView } from '@stepway/contracts';
import { useNow } from '../../api/now.ts';
import { useSiteTime } from '../../frame/session.tsx';
import { inOrAgo } from '../../marks/time.ts';
import { figure, share } from '../../texts/in-language.ts';
import { t } from '../../texts/texts.ts';
import style from './partners.module.css';

type Replay = PartnerView['replays'][number];

/** What a partner asked to be told again: when, and how far it is. */
export function Replays({ replays }: Pick<PartnerView, 'replays'>) {
  const now = useNow();
  const time = useSiteTime();
  return (
    <>
      <h3 className={style.of}>{t('partners.replays')}</h3>
      <ul className={style.replays} aria-label={t('partners.replays')}>
        {replays.map((replay) => (
          <li key={replay.jobId}>
            <span title={time.moment(replay.requestedAt, now)}>
              {t('partners.replay.asked', { ago: inOrAgo(replay.requestedAt, now) })}
            </span>
            <span className="figure">{howFar(replay)}</span>
            <span className="figure">{t('partners.replay.told', { events: figure(replay.sent) })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function howFar({ finishedAt, after, until, position }: Replay): string {
  if (finishedAt !== null) return t('partners.replay.done');
  if (position === after) return t('partners.replay.waits');
  return t('partners.replay.runs', { share: share((position - after) / Math.max(1, until - after)) });
}
