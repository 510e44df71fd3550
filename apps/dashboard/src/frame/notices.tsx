import { Button } from '@mantine/core';
import { IconHistory, IconPlugConnectedX, IconRobotOff } from '@tabler/icons-react';
import { useSecond } from '../api/now.ts';
import { useLiveState } from '../api/use-live.ts';
import { Marked } from '../texts/marked.tsx';
import { t } from '../texts/texts.ts';
import { automationBehind, isLost, pageBehind } from './lag.ts';
import { useSiteTime } from './session.tsx';
import style from './notices.module.css';

const strong = (words: string) => <strong>{words}</strong>;
const seconds = (ms: number) => `${Math.ceil(ms / 1_000)}\u00a0s`;

/** What the page must admit: a lost connection, an old state, moves that are late. A slim bar under the top bar. */
export function Notices() {
  const live = useLiveState();
  const now = useSecond();
  const time = useSiteTime();
  const behind = automationBehind(live);
  if (live.status === 'lost' && isLost(live, now))
    return (
      <section className={style.bar} aria-label={t('states.ofThisPage')}>
        <IconPlugConnectedX size={16} stroke={1.75} aria-hidden />
        <p>
          <Marked text={t('states.connectionLost', { at: time.clock(live.dataAt) })} as={strong} />
        </p>
        <span className={`${style.next} figure`}>
          {live.nextTryAt > now ? t('states.nextTry', { time: seconds(live.nextTryAt - now) }) : t('states.trying')}
        </span>
        <Button size="compact-xs" variant="default" onClick={live.tryNow}>
          {t('states.tryNow')}
        </Button>
      </section>
    );
  const old = pageBehind(live, now);
  if (old !== undefined)
    return (
      <section className={style.bar} aria-label={t('states.ofThisPage')}>
        <IconHistory size={16} stroke={1.75} aria-hidden />
        <p>
          <Marked text={t('states.pageBehind', { time: old.time, at: time.clock(old.at) })} as={strong} />
        </p>
      </section>
    );
  if (behind !== undefined)
    return (
      <section className={style.bar} aria-label={t('states.ofThisPage')}>
        <IconRobotOff size={16} stroke={1.75} aria-hidden />
        <p>
          <Marked text={t('states.automationBehind', { time: behind })} as={strong} />
        </p>
      </section>
    );
  return null;
}
