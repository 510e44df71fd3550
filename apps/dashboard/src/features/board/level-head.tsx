import type { CensusRow } from '@stepway/contracts';
import { LevelMark } from '../../marks/level-mark.tsx';
import type { LevelLook } from '../../marks/levels.ts';
import style from './level-head.module.css';

export type Count = Pick<CensusRow, 'active' | 'inHandOff' | 'onLeave' | 'waiting'>;

/** A level's head: how many people are here, of how many places; solid here, hatched in hand-off, pale free. */
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
  const here = active - inHandOff;
  const whole = Math.max(level.capacity ?? active, active, 1);
  const places = level.capacity === null ? '' : ` of ${level.capacity} places`;
  const sentence = `${level.fullTitle}: ${active}${places} taken, ${inHandOff} of them in hand-off`;
  const colour = { '--step': `var(--sw-level-${level.step})` } as React.CSSProperties;
  return (
    <header className={style.head} data-stale={stale || undefined}>
      <div className={style.title}>
        <LevelMark level={level} />
        <h2 title={level.fullTitle}>{level.title}</h2>
        <span className={style.asam}>{level.asam}</span>
        <span className={`${style.count} figure`}>
          <b>{active}</b>
          {level.capacity !== null && <span> / {level.capacity}</span>}
        </span>
      </div>
      <div className={style.bar} style={colour} role="img" aria-label={sentence}>
        <i className={style.here} style={{ flexGrow: here }} />
        {inHandOff > 0 && <i className={style.handOff} style={{ flexGrow: inHandOff }} />}
        <i className={style.free} style={{ flexGrow: whole - active }} />
      </div>
      <p className={`${style.counts} figure`}>
        <span>
          <b>{inHandOff}</b> in hand-off
        </span>
        {onLeave > 0 && (
          <span>
            <b>{onLeave}</b> on leave
          </span>
        )}
        {waiting > 0 && (
          <span>
            <b>{waiting}</b> waiting
          </span>
        )}
      </p>
    </header>
  );
}
