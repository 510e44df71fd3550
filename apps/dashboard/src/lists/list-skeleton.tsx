import { Skeleton } from '@mantine/core';
import type { CSSProperties } from 'react';
import { t } from '../texts/texts.ts';
import type { ListColumn } from './columns.ts';
import style from './list.module.css';

export interface SkeletonProps {
  readonly what: string;
  readonly columns: readonly Pick<ListColumn<never>, 'id' | 'width'>[];
  readonly rowHeight?: 28 | 36 | 44;
}

const widths = [72, 58, 66, 50, 70, 62, 54, 68, 60, 74, 52, 64];

/** The geometry of a list while it loads. */
export const ListSkeleton = ({ what, columns, rowHeight = 36 }: SkeletonProps) => (
  <div
    className={style.scroll}
    role="status"
    aria-label={t('lists.loading', { what })}
    style={{ '--tracks': columns.map(({ width }) => width).join(' ') } as CSSProperties}
  >
    <div className={style.names} />
    {widths.map((width) => (
      <div key={width} className={style.row} style={{ minHeight: rowHeight }}>
        {columns.map(({ id }) => (
          <span key={id}>
            <Skeleton width={`${width}%`} height={10} />
          </span>
        ))}
      </div>
    ))}
  </div>
);
