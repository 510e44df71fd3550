import type { WeeklyScreen } from '@stepway/contracts';
import { t } from '../texts/texts.ts';
import { stripPaths, widthOf } from './strip-paths.ts';
import { stripSentence, symbolWords } from './strip-sentence.ts';
import style from './weekly-strip.module.css';

/**
 * One image, named by a sentence: what each of the last weeks showed. Drawn in ink: a test is evidence.
 * Set from the right, newest last: where room is short, whole weeks of long ago fall away.
 */
export function WeeklyStrip({ weeks }: { readonly weeks: readonly WeeklyScreen[] }) {
  return (
    <span className={style.strip} role="img" aria-label={stripSentence(weeks)}>
      <Weeks symbols={weeks.map(({ symbol }) => symbol)} />
    </span>
  );
}

/** One week: plus, minus, half and half, or dashed and empty. */
export const WeekMark = ({ symbol }: { readonly symbol: WeeklyScreen['symbol'] }) => <Weeks symbols={[symbol]} />;

/** A handful of paths, not a drawing for each week: ten thousand people are scrolled past. */
function Weeks({ symbols }: { readonly symbols: readonly WeeklyScreen['symbol'][] }) {
  const paths = stripPaths(symbols);
  const width = widthOf(symbols.length);
  return (
    <svg className={style.weeks} width={width} height="12" viewBox={`0 0 ${width} 12`} aria-hidden>
      {inks.map((ink) => paths[ink] !== '' && <path key={ink} className={style[ink]} d={paths[ink]} />)}
    </svg>
  );
}

const inks = ['negative', 'positive', 'none', 'plus', 'minus'] as const;

export function StripLegend() {
  return (
    <span className={style.legend}>
      {t('strip.title')}
      {legend.map((symbol) => (
        <span key={symbol}>
          <WeekMark symbol={symbol} /> {symbolWords(symbol)}
        </span>
      ))}
    </span>
  );
}

const legend = ['+', '-', '*', 'o'] as const;
