import type { CensusRow } from '@stepway/contracts';
import { LevelMark } from '../../marks/level-mark.tsx';
import type { LevelLook } from '../../marks/levels.ts';
import { Marked } from '../../texts/marked.tsx';
import { t } from '../../texts/texts.ts';
import style from './level-head.module.css';

export interface Count extends Pick<CensusRow, 'active' | 'inHandOff' | 'onLeave' | 'waiting'> {
  /** Places as people have set them for these sites; undefined where that is not known. */
  readonly places?: number | null | undefined;
}

/**
 * A level's head: how many people are here, of how many places; solid here, hatched in hand-off, pale free. With more
 * people than places a stroke stands where the places end.
 */
export function LevelHead({
  level,
  count,
  stale,
}: {
  readonly level: LevelLook;
  readonly count: Count;
  readonly stale: boolean;
}) {
  const { active, inHandOff, onLeave, waiting } = count;
  const capacity = count.places === undefined ? level.capacity : count.places;
  const here = active - inHandOff;
  const whole = Math.max(capacity ?? active, active, 1);
  const over = capacity === null ? 0 : active - capacity;
  const said = { level: level.fullTitle, active, inHandOff };
  const sentence = capacity === null ? t('board.taken', said) : t('board.takenOf', { ...said, places: capacity });
  const colour = { '--step': `var(--sw-level-${level.step})` } as React.CSSProperties;
  return (
    <header className={style.head} data-stale={stale || undefined}>
      <div className={style.title}>
        <LevelMark level={level} />
        <h2 title={level.fullTitle}>{level.title}</h2>
        <span className={style.asam}>{level.asam}</span>
        <span className={`${style.count} figure`}>
          <b>{active}</b>
          {capacity !== null && <span> / {capacity}</span>}
        </span>
      </div>
      <div className={style.bar} style={colour} role="img" aria-label={sentence}>
        <i className={style.here} style={{ flexGrow: here }} />
        {inHandOff > 0 && <i className={style.handOff} style={{ flexGrow: inHandOff }} />}
        <i className={style.free} style={{ flexGrow: whole - active }} />
        {over > 0 && <b className={style.places} style={{ left: `${(100 * (active - over)) / active}%` }} />}
      </div>
      <p className={`${style.counts} figure`}>
        {over > 0 && (
          <span>
            <Marked text={t('board.overPlaces', { number: over })} />
          </span>
        )}
        <span>
          <Marked text={t('board.inHandOff', { number: inHandOff })} />
        </span>
        {onLeave > 0 && (
          <span>
            <Marked text={t('board.onLeave', { number: onLeave })} />
          </span>
        )}
        {waiting > 0 && (
          <span>
            <Marked text={t('board.waiting', { number: waiting })} />
          </span>
        )}
      </p>
    </header>
  );
}
