import type { LevelLook } from '../../marks/levels.ts';
import { inSentence } from '../../marks/levels.ts';
import { LevelMark } from '../../marks/level-mark.tsx';
import { t } from '../../texts/texts.ts';
import type { Stretch } from './course.ts';
import style from './course.module.css';
import { listOf } from './says/say.ts';

const left = 150;
const row = 30;
const wide = 900;

interface CoursePictureProps {
  readonly looks: readonly LevelLook[];
  readonly stretches: readonly Stretch[];
  readonly decisionDays: readonly number[];
  readonly untilDay: number;
}

/** The levels of a test patient over time: a bar for each stay, dashed on the way; ticks where something was decided. */
export function CoursePicture({ looks, stretches, decisionDays, untilDay }: CoursePictureProps) {
  const x = (day: number) => left + (day / untilDay) * (wide - left - 12);
  const foot = looks.length * row;
  const every = [1, 2, 5, 7, 14, 28, 56, 91, 182].find((days) => untilDay / days <= 12) ?? 365;
  const days = Array.from({ length: Math.floor(untilDay / every) + 1 }, (_, at) => at * every);
  const words = stretches.map(({ kind, level, from, to }) =>
    t(kind === 'stay' ? 'programmes.preview.stay' : 'programmes.preview.way', {
      level: inSentence(looks.find(({ id }) => id === level)?.title ?? level),
      ...{ from: Math.floor(from), to: Math.floor(to) },
    }),
  );
  return (
    <figure className={style.course}>
      <div tabIndex={0} role="group" aria-label={t('programmes.preview.course')}>
        <svg role="img" aria-label={listOf(words)} width={wide} height={foot + 26}>
          {days.map((day) => (
            <g key={day}>
              <line className={style.grid} x1={x(day)} x2={x(day)} y1="0" y2={foot} />
              <text className={style.day} x={x(day)} y={foot + 16}>
                {day}
              </text>
            </g>
          ))}
          {looks.map((look, at) => (
            <g key={look.id} transform={`translate(0 ${at * row})`}>
              <g transform="translate(0 8)">
                <LevelMark level={look} />
              </g>
              <text className={style.level} x="22" y="19">
                {look.title}
              </text>
              <line className={style.grid} x1="0" x2={wide} y1={row} y2={row} />
              {stretches
                .filter(({ level }) => level === look.id)
                .map(({ kind, from, to }) => (
                  <rect
                    key={`${kind} ${from}`}
                    className={style.stretch}
                    data-kind={kind}
                    style={{ '--step': `var(--sw-level-${look.step})` } as React.CSSProperties}
                    x={x(from)}
                    y="9"
                    width={Math.max(2, x(to) - x(from))}
                    height="12"
                    rx="3"
                  />
                ))}
            </g>
          ))}
          {decisionDays.map((day, at) => (
            <path key={at} className={style.decision} d={`M ${x(day)} ${foot - 5} l 4 5 l -4 5 l -4 -5 z`} />
          ))}
        </svg>
      </div>
      <figcaption>
        <span>
          <i data-kind="stay" /> {t('programmes.preview.legendStay')}
        </span>
        <span>
          <i data-kind="way" /> {t('programmes.preview.legendWay')}
        </span>
        <span>◆ {t('programmes.preview.legendDecision')}</span>
      </figcaption>
    </figure>
  );
}
