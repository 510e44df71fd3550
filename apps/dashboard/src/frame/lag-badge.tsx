import { IconPlugConnectedX } from '@tabler/icons-react';
import { useSecond } from '../api/now.ts';
import { useLiveState } from '../api/use-live.ts';
import { t } from '../texts/texts.ts';
import { isLost, lagOf } from './lag.ts';
import { usePast } from './past.ts';
import { useSiteTime } from './session.tsx';
import style from './lag-badge.module.css';

/** "Live · 84 ms". The state is told politely when it changes; the figure is in no live region. */
export function LagBadge() {
  const live = useLiveState();
  const now = useSecond();
  const time = useSiteTime();
  const past = usePast();
  const { tone, state, figure } = lagOf(live, now);
  const dataAt = live.status === 'lost' && isLost(live, now) ? `\u00a0· ${time.clock(live.dataAt)}` : '';
  if (past !== undefined)
    return (
      <span className={style.badge} data-tone="past">
        <span role="status">{t('past.notLive')}</span>
      </span>
    );
  return (
    <span className={style.badge} data-tone={tone}>
      {tone === 'lost' ? <IconPlugConnectedX size={14} stroke={1.75} aria-hidden /> : <i className={style.dot} />}
      <span role="status">{state}</span>
      <span className="figure">
        {figure}
        {dataAt}
      </span>
    </span>
  );
}
