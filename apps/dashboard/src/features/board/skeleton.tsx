import { Skeleton } from '@mantine/core';
import { t } from '../../texts/texts.ts';
import columns from './columns.module.css';
import style from './skeleton.module.css';

const widths = [52, 64, 44, 58, 48, 60, 40, 55, 50];

/** The geometry of the board while it loads. */
export function BoardSkeleton({ levels }: { readonly levels: number }) {
  return (
    <div className={columns.columns} role="status" aria-label={t('board.loading')}>
      {Array.from({ length: levels }, (_, column) => (
        <div key={column} className={columns.column}>
          <div className={style.head}>
            <Skeleton width="40%" height={14} />
            <Skeleton height={6} mt={13} />
            <Skeleton width="70%" height={10} mt={11} />
          </div>
          {widths.map((width) => (
            <div key={width} className={style.row}>
              <Skeleton width={`${width}%`} height={11} />
              <Skeleton width={`${width - 10}%`} height={14} mt={9} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
