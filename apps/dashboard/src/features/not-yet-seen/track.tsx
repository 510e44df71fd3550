import type { LevelBook } from '../../marks/levels.ts';
import type { HandOff } from './hand-off.ts';
import { daysNamed, placeOf, type Scale } from './track-scale.ts';
import style from './track.module.css';

interface TrackProps {
  readonly row: HandOff;
  readonly scale: Scale;
  readonly now: number;
  readonly levels: LevelBook;
  /** What it shows, as one sentence. */
  readonly sentence: string;
}

/**
 * The way between two levels (dashboard-design §4): circle = left, bar in the colour of the level that is still
 * responsible, dotted ahead, thin tick = target, strong tick = deadline, diamond = appointment, cross = did not attend,
 * dashed = past the deadline, and one line for now through all rows.
 */
export function Track({ row, scale, now, levels, sentence }: TrackProps) {
  const { startedAt, targetAt, handOffDueAt, appointmentAt, missedAt = [], from } = row.transition;
  const at = (moment: string | number) => `${placeOf(moment, scale)}%`;
  const due = Date.parse(handOffDueAt);
  const begun = startedAt === undefined ? undefined : Date.parse(startedAt);
  const step = { '--step': `var(--sw-level-${levels.level(row.programme, from).step})` } as React.CSSProperties;
  return (
    <span className={style.box}>
      <svg className={style.track} role="img" aria-label={sentence} style={step} width="100%" height="100%">
        {daysNamed(scale, now).map((day) => (
          <line key={day} className={style.day} x1={at(day)} x2={at(day)} y1="0" y2="100%" />
        ))}
        {begun !== undefined && (
          <line className={style.bar} x1={at(begun)} x2={at(Math.min(now, due))} y1="50%" y2="50%" />
        )}
        {due < now ? (
          <line className={style.over} x1={at(due)} x2={at(now)} y1="50%" y2="50%" />
        ) : (
          <line className={style.ahead} x1={at(now)} x2={at(due)} y1="50%" y2="50%" />
        )}
        <line className={style.now} x1={at(now)} x2={at(now)} y1="0" y2="100%" />
        {targetAt !== undefined && (
          <svg x={at(targetAt)} y="50%" className={style.point}>
            <line className={style.target} y1="-6" y2="6" />
          </svg>
        )}
        <svg x={at(due)} y="50%" className={style.point}>
          <line className={style.deadline} data-over={due < now || undefined} y1="-8" y2="8" />
        </svg>
        {begun !== undefined && (
          <svg x={at(begun)} y="50%" className={style.point}>
            <circle className={style.left} r="4.5" />
          </svg>
        )}
        {missedAt.map((moment) => (
          <svg key={moment} x={at(moment)} y="50%" className={style.point}>
            <path className={style.missed} d="M-4-4 4 4M4-4-4 4" />
          </svg>
        ))}
        {appointmentAt !== undefined && (
          <svg x={at(appointmentAt)} y="50%" className={style.point}>
            <path className={style.appointment} d="M0-6 6 0 0 6-6 0Z" />
          </svg>
        )}
      </svg>
    </span>
  );
}

/** The days above the tracks. */
export const TrackAxis = ({
  scale,
  now,
  day,
  nowWords,
}: Pick<TrackProps, 'scale' | 'now'> & { readonly day: (at: number) => string; readonly nowWords: string }) => (
  <span className={style.axis} aria-hidden>
    {daysNamed(scale, now).map((at) => (
      <span key={at} style={{ left: `${placeOf(at, scale)}%` }}>
        {day(at)}
      </span>
    ))}
    <b style={{ left: `${placeOf(now, scale)}%` }}>{nowWords}</b>
  </span>
);

/** The same marks with their names, for the foot of the page. */
export const TrackLegend = ({ words }: { readonly words: (mark: LegendMark) => string }) => (
  <span className={style.legend}>
    {legend.map((mark) => (
      <span key={mark}>
        <svg width="18" height="14" viewBox="-9 -7 18 14" aria-hidden className={style.point}>
          {legendMarks[mark]}
        </svg>
        {words(mark)}
      </span>
    ))}
  </span>
);

const legend = ['left', 'target', 'deadline', 'appointment', 'missed', 'over'] as const;
type LegendMark = (typeof legend)[number];
const legendMarks: Readonly<Record<LegendMark, React.ReactNode>> = {
  left: <circle className={style.left} data-plain r="4.5" />,
  target: <line className={style.target} y1="-6" y2="6" />,
  deadline: <line className={style.deadline} y1="-6" y2="6" />,
  appointment: <path className={style.appointment} d="M0-5.5 5.5 0 0 5.5-5.5 0Z" />,
  missed: <path className={style.missed} d="M-4-4 4 4M4-4-4 4" />,
  over: <line className={style.over} x1="-8" x2="8" />,
};
