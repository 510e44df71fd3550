import type { SiteTime } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import type { AttendanceWeek, Away, MedicationBar, Trend } from './care-data.ts';
import { attendanceHeight, trendHeight } from './picture-rows.ts';
import style from './picture.module.css';
import { scales, shortFigure } from './scales.ts';

interface Drawn {
  readonly x: (at: number) => number;
  readonly top: number;
}

/** Hours a week as bars, the level's minimum as a line; a week below it is outlined and says how many. */
export function Attendance({ weeks, x, top }: Drawn & { readonly weeks: readonly AttendanceWeek[] }) {
  const most = Math.max(...weeks.map(({ hours, minimum = 0 }) => Math.max(hours, minimum)), 1) * 1.1;
  const y = (hours: number) => top + attendanceHeight * (1 - hours / most);
  return (
    <g>
      {weeks.map(({ from, to, hours, minimum }) => {
        const below = minimum !== undefined && hours < minimum;
        const [left, width] = [x(from), Math.max(1.5, x(to) - x(from) - 2)];
        return (
          <g key={from}>
            <rect
              className={below ? style.hoursBelow : style.hours}
              x={below ? left + 0.75 : left}
              y={Math.min(y(hours), top + attendanceHeight - 1.5)}
              width={below ? Math.max(1, width - 1.5) : width}
              height={Math.max(1.5, top + attendanceHeight - y(hours))}
              rx="1.5"
            />
            {below && width > 22 && (
              <text
                className={style.hoursWords}
                x={left + width / 2}
                y={Math.min(y(hours) + 12, top + attendanceHeight - 3)}
              >
                {shortFigure(hours)}
              </text>
            )}
          </g>
        );
      })}
      {weeks.map(
        ({ from, to, minimum }) =>
          minimum !== undefined && (
            <path key={from} className={style.minimum} d={`M${x(from)} ${y(minimum)}H${x(to)}`} />
          ),
      )}
    </g>
  );
}

/** A medication while it was taken; doses that were missed are open places in it. */
export function Medication({ bar, x, top, time }: Drawn & { readonly bar: MedicationBar; readonly time: SiteTime }) {
  const [left, right] = [x(bar.from), Math.max(x(bar.to), x(bar.from) + 4)];
  const inside = right - Math.max(left, 0) > bar.name.length * 6.2 + 12;
  return (
    <g>
      <rect className={style.medication} x={left} y={top} width={right - left} height="15" rx="3" />
      {bar.missed.map(({ from, to, doses }) => (
        <rect
          key={from}
          className={style.missedDoses}
          x={x(from)}
          y={top - 1}
          width={Math.max(3, x(to) - x(from))}
          height="17"
        >
          <title>
            {t('journeyPage.picture.missedDoses', {
              count: doses,
              medication: bar.name,
              from: time.monthDay(from),
              to: time.monthDay(to),
            })}
          </title>
        </rect>
      ))}
      <text className={style.label} x={inside ? Math.max(left, 0) + 7 : right + 6} y={top + 11.5}>
        {bar.name}
      </text>
    </g>
  );
}

/** Time away while the stay goes on: a gap in its bar, dotted. */
export function AwayDrawn({ away, x, top }: Drawn & { readonly away: Away }) {
  const width = Math.max(4, x(away.to) - x(away.from));
  return (
    <g>
      <rect className={style.away} x={x(away.from)} y={top - 7} width={width} height={14} rx="2" />
      <text className={style.awayWords} x={x(away.from) + width / 2} y={top - 9}>
        {t(`journeyPage.away.${away.kind}`)}
      </text>
    </g>
  );
}

/** One questionnaire over time, with the cut-off that its label names. */
export function TrendDrawn({ trend, x, top }: Drawn & { readonly trend: Trend }) {
  const { end, cutOff } = scales[trend.scale];
  const y = (value: number) => top + 11 + (trendHeight - 14) * (1 - value / end);
  const line = trend.points.map(({ at, value }) => `${x(at)} ${y(value)}`).join('L');
  const said = saidOf(trend.points.map(({ at }) => x(at)));
  return (
    <g>
      <path className={style.cutOff} d={`M0 ${y(cutOff)}H4000`} />
      <path className={style.trend} d={`M${line}`} />
      {trend.points.map(({ at, value, beyond }, index) => {
        return (
          <g key={at}>
            <circle className={beyond ? style.pointBeyond : style.point} cx={x(at)} cy={y(value)} r="2.75" />
            {said.has(index) && (
              <text className={style.pointWords} x={x(at)} y={y(value) - 5.5}>
                {shortFigure(value)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** Which of the points have room for their figure; the last one always says it. */
function saidOf(places: readonly number[]): ReadonlySet<number> {
  const said = new Set([places.length - 1]);
  let last = -Infinity;
  places.forEach((place, index) => {
    if (place - last <= 20) return;
    last = place;
    said.add(index);
  });
  return said;
}
