import { Button } from '@mantine/core';
import { IconPlugConnectedX, IconRobotOff } from '@tabler/icons-react';
import { useSecond } from '../api/now.ts';
import { useLiveState } from '../api/use-live.ts';
import { automationBehind, isLost } from './lag.ts';
import { useSiteTime } from './session.tsx';
import style from './notices.module.css';

/** What the page must admit: a lost connection, moves that are late. A slim bar under the top bar. */
export function Notices() {
  const live = useLiveState();
  const now = useSecond();
  const time = useSiteTime();
  const behind = automationBehind(live);
  if (live.status === 'lost' && isLost(live, now))
    return (
      <div className={style.bar}>
        <IconPlugConnectedX size={16} stroke={1.75} aria-hidden />
        <p>
          <strong>Connection lost.</strong> You see the state of {time.clock(live.dataAt)}. Countdowns run on, changes
          by others do not show yet.
        </p>
        <span className={`${style.next} figure`}>
          {live.nextTryAt > now ? `Next try in ${Math.ceil((live.nextTryAt - now) / 1_000)}\u00a0s` : 'Trying…'}
        </span>
        <Button size="compact-xs" variant="default" onClick={live.tryNow}>
          Try now
        </Button>
      </div>
    );
  if (behind !== undefined)
    return (
      <div className={style.bar}>
        <IconRobotOff size={16} stroke={1.75} aria-hidden />
        <p>
          <strong>Automation is behind</strong> <span className="figure">{behind}</span>. Facts are recorded and judged
          at once; moves, tasks and deadlines that follow by rule come later.
        </p>
      </div>
    );
  return null;
}
