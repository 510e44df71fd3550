import style from './points-bar.module.css';

/** The longest bar; more points draw no longer one. */
const fullAt = 120;

/** Points as a bar of their parts, the largest first. A picture of the figure beside it: it says nothing by itself. */
export const PointsBar = ({ parts }: { readonly parts: readonly { readonly points: number }[] }) => {
  const total = parts.reduce((sum, { points }) => sum + points, 0);
  const scale = Math.min(1, fullAt / Math.max(total, 1)) / fullAt;
  return (
    <span className={style.bar} aria-hidden>
      {parts
        .filter(({ points }) => points > 0)
        .map(({ points }, at) => (
          <i key={at} style={{ width: `${points * scale * 100}%` }} />
        ))}
    </span>
  );
};
