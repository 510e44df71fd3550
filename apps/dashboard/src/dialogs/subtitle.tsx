import type { EpisodeView } from '@stepway/contracts';
import { LevelMark } from '../marks/level-mark.tsx';
import { nameOf } from '../marks/people.ts';
import { dayNumber } from '../marks/time.ts';
import { t } from '../texts/texts.ts';
import { useActing } from './acting.ts';
import style from './dialog.module.css';

/** Whom it is about, and where they are since when. */
export function Subtitle({ journey }: { readonly journey: EpisodeView }) {
  const { level, time, now } = useActing();
  const { levelSince } = journey;
  return (
    <p className={style.subtitle}>
      {nameOf(journey)}
      <span aria-hidden> · </span>
      {journey.status === 'active' && journey.level !== null ? (
        <>
          <LevelMark level={level(journey.level)} />
          {level(journey.level).title}
          {levelSince !== null && (
            <>
              {' '}
              {t('dialogs.since', { day: time.day(levelSince, now) })},{' '}
              {t('dialogs.day', { count: dayNumber(levelSince, now) })}
            </>
          )}
        </>
      ) : (
        t(journey.status === 'discharged' ? 'dialogs.discharged' : 'dialogs.referred')
      )}
    </p>
  );
}
