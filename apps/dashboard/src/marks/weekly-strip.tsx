import type { WeeklyScreen } from '@stepway/contracts';
import { t } from '../texts/texts.ts';
import { stripSentence, symbolWords } from './strip-sentence.ts';
import style from './weekly-strip.module.css';

/**
 * One image, named by a sentence: what each of the last weeks showed. Drawn in ink: a test is evidence.
 * Set from the right, newest first: where room is short, whole weeks of long ago fall away.
 */
export function WeeklyStrip({ weeks }: { readonly weeks: readonly WeeklyScreen[] }) {
  return (
    <span className={style.strip} role="img" aria-label={stripSentence(weeks)}>
      {weeks.toReversed().map(({ week, symbol }) => (
        <WeekMark key={week} symbol={symbol} />
      ))}
    </span>
  );
}

/** One week: plus, minus, half and half, or dashed and empty. */
export function WeekMark({ symbol }: { readonly symbol: WeeklyScreen['symbol'] }) {
  return (
    <svg className={style.week} width="9" height="12" viewBox="0 0 9 12" aria-hidden data-symbol={symbol}>
      {symbol === 'o' ? (
        <rect className={style.none} x="0.5" y="0.5" width="8" height="11" rx="2" />
      ) : (
        <rect className={symbol === '+' ? style.positive : style.negative} width="9" height="12" rx="2" />
      )}
      {symbol === '*' && <path className={style.positive} d="M0 2a2 2 0 0 1 2-2h5a2 2 0 0 1 2 2v4H0z" />}
      {symbol === '+' && <path className={style.plus} d="M2 6h5M4.5 3.5v5" />}
      {symbol === '-' && <path className={style.minus} d="M2.25 6h4.5" />}
    </svg>
  );
}

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
