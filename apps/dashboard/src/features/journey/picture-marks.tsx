import { dayMs, duration, type SiteTime } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import type { Bar, PictureData, Way } from './picture-data.ts';
import { weekHeight } from './picture-rows.ts';
import style from './picture.module.css';

const barHeight = 12;

interface Scales {
  readonly x: (at: number) => number;
  readonly y: (level: string) => number;
}

/** A stay at a level, in its colour, with its length. */
export function BarDrawn({
  bar,
  x,
  y,
  step,
  next,
}: Scales & { readonly bar: Bar; readonly step: number; readonly next: readonly Bar[] }) {
  const [left, right] = [x(bar.from), Math.max(x(bar.to), x(bar.from) + 2)];
  const days = duration(Math.max(dayMs, Math.floor((bar.to - bar.from) / dayMs) * dayMs));
  // The length stands behind the bar, in the free part of its row, if the next bar of the row leaves room.
  const free = next.find(({ level }) => level === bar.level);
  const room = free === undefined || x(free.from) - right > 40;
  return (
    <g>
      <rect
        className={style.bar}
        style={{ fill: `var(--sw-level-${step})` }}
        x={left}
        y={y(bar.level) - barHeight / 2}
        width={right - left}
        height={barHeight}
        rx="2"
      />
      {room && (
        <text className={style.days} x={right + 6} y={y(bar.level) + 4}>
          {days}
        </text>
      )}
    </g>
  );
}

/** The way from one level to another: until the person is seen there, or the deadline is past. */
export function WayDrawn({
  way,
  x,
  y,
  now,
  time,
}: Scales & { readonly way: Way; readonly now: number; readonly time: SiteTime }) {
  const [start, top, bottom] = [x(way.startedAt), y(way.from), y(way.to)];
  const end = x(way.endedAt ?? Math.max(way.dueAt, now));
  const due = x(way.dueAt);
  const late = way.endedAt === undefined && now > way.dueAt;
  return (
    <g>
      <title>
        {t('journeyPage.picture.way', {
          move: t(`journeyPage.picture.moves.${way.kind}`),
          from: time.monthDay(way.startedAt),
          due: time.monthDay(way.dueAt),
        })}
      </title>
      <path className={style.way} d={`M${start} ${top}V${bottom}H${late ? due : end}`} />
      {late && <path className={style.late} d={`M${due} ${bottom}H${x(now)}`} />}
      {way.endedAt === undefined && (
        <path className={late ? style.lateTick : style.due} d={`M${due} ${bottom - 7}v14`} />
      )}
      {way.endedAt === undefined && way.appointmentAt !== undefined && (
        <path className={style.appointment} d={`M${x(way.appointmentAt)} ${bottom - 5}l5 5l-5 5l-5 -5z`} />
      )}
      {way.missedAt.map((at) => (
        <path key={at} className={style.missed} d={`M${x(at) - 3.5} ${bottom - 3.5}l7 7m0 -7l-7 7`} />
      ))}
      {way.endedAt !== undefined && !way.seen && <path className={style.cancelled} d={`M${end} ${bottom - 5}v10`} />}
    </g>
  );
}

interface WeekProps {
  readonly symbol: PictureData['weeks'][number]['symbol'];
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** What the screens of one week said. */
export function Week({ symbol, left, right, top }: WeekProps) {
  const width = Math.max(1.5, right - left - 2);
  const [middle, centre] = [left + width / 2, top + weekHeight / 2];
  const drawn = width >= 9;
  if (symbol === 'o')
    return (
      <rect
        className={style.weekNone}
        x={left + 0.5}
        y={top + 0.5}
        width={Math.max(1, width - 1)}
        height={weekHeight - 1}
        rx="2"
      />
    );
  if (symbol === '*')
    return (
      <g>
        <rect className={style.weekNegative} x={left} y={top} width={width} height={weekHeight} rx="2" />
        <rect className={style.weekPositive} x={left} y={top} width={width} height={weekHeight / 2} rx="1.5" />
      </g>
    );
  return (
    <g>
      <rect
        className={symbol === '+' ? style.weekPositive : style.weekNegative}
        x={left}
        y={top}
        width={width}
        height={weekHeight}
        rx="2"
      />
      {drawn && <path className={symbol === '+' ? style.plus : style.minus} d={`M${middle - 3} ${centre}h6`} />}
      {drawn && symbol === '+' && <path className={style.plus} d={`M${middle} ${centre - 3}v6`} />}
    </g>
  );
}
