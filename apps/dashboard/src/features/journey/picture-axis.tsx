import { dayMs, type SiteTime } from '../../marks/time.ts';
import { language, t } from '../../texts/texts.ts';
import { ticks, type PictureData } from './picture-data.ts';
import type { Span } from './picture-window.ts';
import style from './picture.module.css';

interface AxisProps {
  readonly data: PictureData;
  readonly view: Span;
  readonly x: (at: number) => number;
  readonly top: number;
  readonly width: number;
  readonly time: SiteTime;
  readonly past: boolean;
}

/** Weeks or months, and the one line of now, or of the end of care. */
export function PictureAxis({ data, view, x, top, width, time, past }: AxisProps) {
  const endX = x(data.endedAt ?? data.now);
  const endWords =
    data.endedAt !== undefined
      ? t('journeyPage.picture.discharged')
      : past
        ? time.monthDay(data.now)
        : t('journeyPage.picture.now');
  const inSight = endX >= 0 && endX <= width + 60;
  return (
    <g>
      {ticks(view, width).map(({ at, monthly }) => (
        <g key={at}>
          <line className={style.grid} x1={x(at)} x2={x(at)} y1="0" y2={top} />
          {/* "now" or "discharged" stands there: the tick's words would run into it. */}
          {!(inSight && Math.abs(x(at) + 17 - endX) <= 44) && (
            <text className={style.tick} x={x(at) + 3} y={top + 14}>
              {monthly ? monthOf(at) : time.monthDay(at + dayMs / 2)}
            </text>
          )}
        </g>
      ))}
      {inSight && (
        <g>
          <line className={data.endedAt === undefined ? style.now : style.ended} x1={endX} x2={endX} y1="0" y2={top} />
          <text className={style.nowLabel} x={endX} y={top + 14}>
            {endWords}
          </text>
        </g>
      )}
    </g>
  );
}

const months = new Intl.DateTimeFormat(`${language()}-US`, { month: 'short', timeZone: 'UTC' });
const monthOf = (at: number) => {
  const date = new Date(at);
  const month = months.format(date);
  return date.getUTCMonth() === 0 ? `${month}\u00a0${date.getUTCFullYear()}` : month;
};
