import { drugClassWords } from '../../marks/dispositions.ts';
import type { SiteTime } from '../../marks/time.ts';
import { listInWords } from '../../texts/in-language.ts';
import { t } from '../../texts/texts.ts';
import { Attendance, AwayDrawn, Medication, TrendDrawn } from './care-marks.tsx';
import type { PictureData } from './picture-data.ts';
import { BarDrawn, WayDrawn, Week } from './picture-marks.tsx';
import { laneHeight, rowHeight, weekHeight, type PictureRows } from './picture-rows.ts';
import style from './picture.module.css';

interface DrawingProps {
  readonly data: PictureData;
  readonly rows: PictureRows;
  readonly x: (at: number) => number;
  readonly width: number;
  readonly hatch: string;
  readonly time: SiteTime;
}

/** All marks of the picture, each row where `rowsOf` has laid it. */
export function PictureDrawing({ data, rows, x, width, hatch, time }: DrawingProps) {
  const indexOf = (level: string) =>
    Math.max(
      0,
      rows.levels.findIndex(({ id }) => id === level),
    );
  const y = (level: string) => indexOf(level) * rowHeight + rowHeight / 2;
  const step = (level: string) => rows.levels.find(({ id }) => id === level)?.step ?? 1;
  const span = ({ from, to }: { readonly from: number; readonly to: number }) => ({
    from: time.monthDay(from),
    to: time.monthDay(to),
  });
  return (
    <>
      {rows.levels.map(({ id }, index) => (
        <line
          key={id}
          className={style.lane}
          x1="0"
          x2={width}
          y1={(index + 1) * rowHeight}
          y2={(index + 1) * rowHeight}
        />
      ))}
      {data.ways.map((way) => (
        <WayDrawn key={way.startedAt} way={way} x={x} y={y} now={data.endedAt ?? data.now} time={time} />
      ))}
      {data.bars.map((bar, index) => (
        <BarDrawn key={bar.from} bar={bar} x={x} y={y} step={step(bar.level)} next={data.bars.slice(index + 1)} />
      ))}
      {data.away.map((away) => (
        <AwayDrawn key={away.from} away={away} x={x} top={y(away.level)} />
      ))}
      {data.holds.map((hold) => {
        const under = data.bars.find((bar) => bar.from <= hold.to && bar.to >= hold.from);
        if (under === undefined) return null;
        return (
          <rect
            key={hold.from}
            className={style.hold}
            fill={`url(#${hatch})`}
            x={x(hold.from)}
            y={y(under.level) - 8}
            width={Math.max(6, x(Math.max(hold.from, Math.min(hold.to, data.to))) - x(hold.from))}
            height={16}
            rx="3"
          >
            <title>{t('journeyPage.picture.paused', span(hold))}</title>
          </rect>
        );
      })}
      {data.uses.map(({ at, level, classes }) => (
        <path key={at} className={style.use} d={`M${x(at) - 4} ${y(level) + 4}h8l-4 -7z`}>
          <title>
            {t('journeyPage.picture.use', {
              day: time.monthDay(at),
              classes: listInWords(classes.map((drugClass) => drugClassWords(drugClass))),
            })}
          </title>
        </path>
      ))}
      {data.crises.map(({ at, level }) => (
        <path key={at} className={style.crisis} d={`M${x(at)} ${y(level) - 10}v8m0 3v1.5`}>
          <title>{t('journeyPage.picture.crisis', { day: time.monthDay(at) })}</title>
        </path>
      ))}
      {apart(data.notStarted, x).map(({ at, about, level }) => (
        <circle
          key={at}
          className={style.notStarted}
          cx={x(at)}
          cy={neighbourY(y(level), about, rows.levels.length)}
          r="4"
        >
          <title>
            {about === 'step-up'
              ? t('journeyPage.picture.moreNotStarted', { day: time.monthDay(at) })
              : t('journeyPage.picture.lessNotStarted', { day: time.monthDay(at) })}
          </title>
        </circle>
      ))}
      {rows.weeks !== undefined &&
        data.weeks.map((week) => (
          <Week key={week.from} symbol={week.symbol} left={x(week.from)} right={x(week.to)} top={rows.weeks ?? 0} />
        ))}
      {rows.weeks !== undefined && data.planEndedAt !== undefined && x(data.to) - x(data.planEndedAt) > 60 && (
        <text className={style.planEnded} x={x(data.planEndedAt) + 4} y={rows.weeks + weekHeight / 2}>
          {t('journeyPage.picture.planEnded')}
        </text>
      )}
      {rows.attendance !== undefined && <Attendance weeks={data.attendance} x={x} top={rows.attendance} />}
      {rows.lanes.map((lane, index) =>
        lane.map((bar) => (
          <Medication key={bar.id} bar={bar} x={x} top={(rows.medications ?? 0) + index * laneHeight} time={time} />
        )),
      )}
      {rows.trends.map(({ scale, top }) => {
        const trend = data.trends.find((one) => one.scale === scale);
        return trend && <TrendDrawn key={scale} trend={trend} x={x} top={top} />;
      })}
    </>
  );
}

/** Marks that would lie on each other are drawn once. */
function apart<Mark extends { readonly at: number }>(
  marks: readonly Mark[],
  x: (at: number) => number,
): readonly Mark[] {
  return marks
    .toSorted((a, b) => a.at - b.at)
    .reduce<readonly Mark[]>((drawn, mark) => {
      const before = drawn.at(-1);
      return before !== undefined && x(mark.at) - x(before.at) < 11 ? drawn : [...drawn, mark];
    }, []);
}

/** A move that did not start is marked in the row it would have led to. */
const neighbourY = (from: number, about: 'step-up' | 'step-down', rows: number) =>
  Math.min(Math.max(from + (about === 'step-up' ? -rowHeight : rowHeight), rowHeight / 2), (rows - 0.5) * rowHeight);
