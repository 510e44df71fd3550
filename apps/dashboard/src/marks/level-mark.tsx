import type { LevelLook } from './levels.ts';
import style from './level-mark.module.css';

/**
 * A stack of rungs, filled from below up to the level's rank. Always beside the level's name, so it has none itself.
 * More than five levels: one column, filled in proportion. Beside the ladder: framed.
 */
export function LevelMark({ level, size = 14 }: { readonly level: LevelLook; readonly size?: number }) {
  const { index, of, step, beside } = level;
  const colour = { '--step': `var(--sw-level-${step})` } as React.CSSProperties;
  return (
    <svg className={style.mark} style={colour} width={size} height={size} viewBox="0 0 14 14" aria-hidden>
      {of > 5 ? <Proportion filled={(index + 1) / of} /> : <Rungs filled={index + 1} of={of} />}
      {beside && <rect className={style.frame} x="0.5" y="0.5" width="13" height="13" rx="2" />}
    </svg>
  );
}

function Rungs({ filled, of }: { readonly filled: number; readonly of: number }) {
  const pitch = 14 / of;
  return Array.from({ length: of }, (_, rung) => (
    <rect
      key={rung}
      className={rung < filled ? style.filled : style.empty}
      x="0"
      y={14 - (rung + 1) * pitch + 0.75}
      width="14"
      height={pitch - 1.5}
      rx="0.8"
    />
  ));
}

function Proportion({ filled }: { readonly filled: number }) {
  return (
    <>
      <rect className={style.empty} x="0" y="0" width="14" height="14" rx="2" />
      <rect className={style.filled} x="0" y={14 - 14 * filled} width="14" height={14 * filled} rx="2" />
    </>
  );
}

/** Mark and name. The name is never coloured. */
export function LevelName({ level }: { readonly level: LevelLook }) {
  return (
    <span className={style.name}>
      <LevelMark level={level} />
      {level.title}
    </span>
  );
}
