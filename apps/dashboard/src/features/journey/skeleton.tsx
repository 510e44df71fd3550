import { Skeleton } from '@mantine/core';
import { AfterAMoment } from '../../frame/states.tsx';
import { rowHeight } from './picture-rows.ts';
import { t } from '../../texts/texts.ts';
import journey from './journey.module.css';
import header from './header.module.css';

/** The geometry of the page while it loads. */
export function JourneySkeleton() {
  return (
    <div role="status" aria-label={t('journey.loading')}>
      <div className={header.header}>
        <Skeleton width={220} height={22} />
        <Skeleton width="60%" height={32} mt={12} mb={14} />
      </div>
      <div className={journey.scroll}>
        <Skeleton height={210} radius="md" />
        <div className={journey.columns}>
          <Skeleton height={360} radius="md" />
          <Skeleton height={240} radius="md" />
        </div>
      </div>
    </div>
  );
}

/** The geometry of the picture while what it is drawn from is read. */
export const PictureSkeleton = ({ levels }: { readonly levels: number }) => (
  <div style={{ height: levels * rowHeight + 120, padding: 14 }}>
    <AfterAMoment>
      <Skeleton height="100%" radius="sm" />
    </AfterAMoment>
  </div>
);
