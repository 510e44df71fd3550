import type { EpisodeView } from '@stepway/contracts';
import { t } from '../../texts/texts.ts';
import { trendsOf, type Trend } from './care-data.ts';
import style from './instruments.module.css';
import { Nothing, Panel } from '../../frame/panel.tsx';
import { scales, shortFigure } from './scales.ts';

interface InstrumentsProps {
  readonly journey: EpisodeView;
  readonly day: (at: string) => string;
}

/** Every questionnaire that was taken, the newest first, with its trend and the cut-off at which a clinician looks. */
export function Instruments({ journey, day }: InstrumentsProps) {
  const trends = trendsOf(journey);
  if (trends.length === 0)
    return (
      <Panel title={t('journey.tabs.instruments')}>
        <Nothing>{t('journeyPage.instruments.none')}</Nothing>
      </Panel>
    );
  return trends.map((trend) => (
    <Panel
      key={trend.scale}
      title={t(`journeyPage.scales.${trend.scale}`)}
      detail={t(`journeyPage.cutOffs.${trend.scale}`, {
        cutOff: scales[trend.scale].cutOff,
        end: scales[trend.scale].end,
      })}
    >
      <div className={style.trend}>
        <Sparkline trend={trend} />
        <ol className={style.values}>
          {trend.points.toReversed().map(({ at, value, beyond }, index, all) => {
            const before = all[index + 1];
            return (
              <li key={at}>
                <span>{day(new Date(at).toISOString())}</span>
                <b className="figure">{shortFigure(value)}</b>
                <span className="figure">{before && changeOf(value - before.value)}</span>
                <span>{beyond && t('journeyPage.instruments.beyond')}</span>
              </li>
            );
          })}
        </ol>
      </div>
    </Panel>
  ));
}

const changeOf = (by: number): string => (by === 0 ? '±0' : `${by > 0 ? '+' : '−'}${shortFigure(Math.abs(by))}`);

const [width, height] = [280, 72];

function Sparkline({ trend: { scale, points } }: { readonly trend: Trend }) {
  const { end, cutOff } = scales[scale];
  const [from, to] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  const x = (at: number) => 8 + (to === from ? 0.5 : (at - from) / (to - from)) * (width - 16);
  const y = (value: number) => 8 + (1 - value / end) * (height - 16);
  return (
    <svg className={style.spark} viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden>
      <path className={style.cutOff} d={`M0 ${y(cutOff)}H${width}`} />
      <path className={style.line} d={`M${points.map(({ at, value }) => `${x(at)} ${y(value)}`).join('L')}`} />
      {points.map(({ at, value, beyond }) => (
        <circle key={at} className={beyond ? style.beyond : style.point} cx={x(at)} cy={y(value)} r="3" />
      ))}
    </svg>
  );
}
