import type { RosterPersonItem } from '@stepway/contracts';
import type { SiteTime } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import style from './roster.module.css';

interface BeforeProps {
  readonly sessions: RosterPersonItem['before'];
  readonly time: SiteTime;
  readonly now: number;
}

/** The last sessions of the group: filled = attended, half = late, hollow = missed, dashed = excused or not held. */
export function Before({ sessions, time, now }: BeforeProps) {
  if (sessions.length === 0) return <span className={style.quiet}>{t('roster.firstTime')}</span>;
  const words = sessions
    .map(({ startedAt, attendance }) => `${time.day(startedAt, now)}: ${t(`roster.attendance.${attendance}`)}`)
    .join(', ');
  return (
    <span className={style.strip} role="img" aria-label={words} title={words}>
      {sessions.map(({ startedAt, attendance }) => (
        <i key={startedAt} data-attendance={attendance} />
      ))}
    </span>
  );
}
