import { useElementSize } from '@mantine/hooks';
import { useId } from 'react';
import type { LevelLook } from '../../marks/levels.ts';
import { LevelMark } from '../../marks/level-mark.tsx';
import { dayMs, type SiteTime } from '../../marks/time.ts';
import { language, t } from '../../texts/texts.ts';
import { ticks, type PictureData } from './picture-data.ts';
import { BarDrawn, WayDrawn, Week, weekHeight } from './picture-marks.tsx';
import { pictureSentence } from './picture-sentence.ts';
import style from './picture.module.css';

const rowHeight = 24;
const gapAfterLevels = 12;
const padRight = 64;
const axisHeight = 22;

interface PictureProps {
  readonly data: PictureData;
  /** The most support first. */
  readonly levels: readonly LevelLook[];
  readonly time: SiteTime;
}

/** Level, hand-offs, pauses, weekly screens and medication on one time axis: one image, named by a sentence. */
export function Picture({ data, levels, time }: PictureProps) {
  const { ref, width: measured } = useElementSize();
  const hatch = useId();
  const width = Math.max(320, measured);
  const title = (id: string) => levels.find((level) => level.id === id)?.title ?? id;
  const x = (at: number) => Math.round((((at - data.from) / (data.to - data.from)) * (width - padRight) + 4) * 2) / 2;
  const y = (level: string) =>
    Math.max(
      0,
      levels.findIndex(({ id }) => id === level),
    ) *
      rowHeight +
    rowHeight / 2;
  const step = (level: string) => levels.find(({ id }) => id === level)?.step ?? 1;

  const weeksTop = levels.length * rowHeight + gapAfterLevels;
  const medicationsTop = weeksTop + (data.weeks.length > 0 ? weekHeight + gapAfterLevels : 0);
  const lanes = inLanes(data.medications);
  const axisTop = medicationsTop + lanes.length * 22 + 4;
  const marks = ticks(data, width - padRight);
  /** "now" or "discharged" stands here; a tick's words would run into it. */
  const endLabelX = x(data.endedAt ?? data.now);

  return (
    <div className={style.picture}>
      <div className={style.labels} aria-hidden style={{ height: axisTop + axisHeight }}>
        {levels.map((level) => (
          <span key={level.id} style={{ top: y(level.id) - 9 }}>
            <LevelMark level={level} size={12} /> {level.title}
          </span>
        ))}
        {data.weeks.length > 0 && <span style={{ top: weeksTop - 2 }}>{t('journey.picture.weeks')}</span>}
        {lanes.length > 0 && <span style={{ top: medicationsTop - 1 }}>{t('journey.picture.medication')}</span>}
      </div>
      <div ref={ref} className={style.plot}>
        <svg
          width={width}
          height={axisTop + axisHeight}
          role="img"
          aria-label={pictureSentence(data, title)}
          className={style.svg}
        >
          <defs>
            <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
              <rect width="5" height="5" className={style.hatchGround} />
              <rect width="2" height="5" className={style.hatchLine} />
            </pattern>
          </defs>
          {marks.map(({ at, monthly }) => (
            <g key={at}>
              <line className={style.grid} x1={x(at)} x2={x(at)} y1="0" y2={axisTop} />
              {Math.abs(x(at) + 17 - endLabelX) > 44 && (
                <text className={style.tick} x={x(at) + 3} y={axisTop + 14}>
                  {monthly ? monthOf(at) : time.monthDay(at + dayMs / 2)}
                </text>
              )}
            </g>
          ))}
          {levels.map(({ id }) => (
            <line
              key={id}
              className={style.lane}
              x1="0"
              x2={width}
              y1={y(id) + rowHeight / 2}
              y2={y(id) + rowHeight / 2}
            />
          ))}

          {data.ways.map((way) => (
            <WayDrawn key={way.startedAt} way={way} x={x} y={y} now={data.endedAt ?? data.now} time={time} />
          ))}
          {data.bars.map((bar, index) => (
            <BarDrawn key={bar.from} bar={bar} x={x} y={y} step={step(bar.level)} next={data.bars.slice(index + 1)} />
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
                <title>
                  {t('journey.picture.paused', { from: time.monthDay(hold.from), to: time.monthDay(hold.to) })}
                </title>
              </rect>
            );
          })}
          {data.uses.map(({ at, level, classes }) => (
            <path key={at} className={style.use} d={`M${x(at) - 4} ${y(level) + 4}h8l-4 -7z`}>
              <title>{t('journey.picture.use', { day: time.monthDay(at), classes: classes.join(', ') })}</title>
            </path>
          ))}
          {apart(data.notStarted, x).map(({ at, about, level }) => (
            <circle
              key={at}
              className={style.notStarted}
              cx={x(at)}
              cy={neighbourY(y(level), about, levels.length)}
              r="4"
            >
              <title>
                {t(`journey.picture.${about === 'step-up' ? 'moreNotStarted' : 'lessNotStarted'}`, {
                  day: time.monthDay(at),
                })}
              </title>
            </circle>
          ))}

          {data.weeks.map((week) => (
            <Week key={week.from} symbol={week.symbol} left={x(week.from)} right={x(week.to)} top={weeksTop} />
          ))}
          {lanes.map((lane, index) =>
            lane.map(({ name, from, to }) => {
              const [left, right] = [x(from), Math.max(x(to), x(from) + 4)];
              const inside = right - left > name.length * 6.2 + 12;
              return (
                <g key={name + from}>
                  <rect
                    className={style.medication}
                    x={left}
                    y={medicationsTop + index * 22}
                    width={right - left}
                    height="15"
                    rx="3"
                  />
                  <text
                    className={style.label}
                    x={inside ? left + 7 : right + 6}
                    y={medicationsTop + index * 22 + 11.5}
                  >
                    {name}
                  </text>
                </g>
              );
            }),
          )}

          {data.endedAt === undefined ? (
            <g>
              <line className={style.now} x1={x(data.now)} x2={x(data.now)} y1="0" y2={axisTop} />
              <text className={style.nowLabel} x={x(data.now)} y={axisTop + 14}>
                {t('journey.picture.now')}
              </text>
            </g>
          ) : (
            <g>
              <line className={style.ended} x1={x(data.endedAt)} x2={x(data.endedAt)} y1="0" y2={axisTop} />
              <text className={style.nowLabel} x={x(data.endedAt)} y={axisTop + 14}>
                {t('journey.picture.discharged')}
              </text>
            </g>
          )}
        </svg>
      </div>
    </div>
  );
}

/** Medications that overlap stand under each other, at most four rows. */
function inLanes<Drawn extends { readonly from: number; readonly to: number }>(
  medications: readonly Drawn[],
): readonly (readonly Drawn[])[] {
  const lanes: Drawn[][] = [];
  for (const medication of medications.toSorted((a, b) => a.from - b.from)) {
    const lane = lanes.find((taken) => (taken.at(-1)?.to ?? 0) < medication.from);
    if (lane === undefined) lanes.push([medication]);
    else lane.push(medication);
  }
  return lanes.slice(0, 4);
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

/** "Nov", and with the year where it begins: "Jan 2027". */
const monthOf = (at: number) => {
  const date = new Date(at);
  const month = new Intl.DateTimeFormat(`${language()}-US`, { month: 'short', timeZone: 'UTC' }).format(date);
  return date.getUTCMonth() === 0 ? `${month}\u00a0${date.getUTCFullYear()}` : month;
};
