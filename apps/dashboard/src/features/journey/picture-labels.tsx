import { LevelMark } from '../../marks/level-mark.tsx';
import { t } from '../../texts/texts.ts';
import type { PictureData } from './picture-data.ts';
import { rowHeight, type PictureRows } from './picture-rows.ts';
import style from './picture.module.css';
import { scales, shortFigure } from './scales.ts';

interface LabelsProps {
  readonly rows: PictureRows;
  readonly data: PictureData;
  readonly height: number;
}

/** What each row is; for those who do not see it, the sentence of the picture says it. */
export function PictureLabels({ rows, data, height }: LabelsProps) {
  const minimum = data.attendance.findLast((week) => week.minimum !== undefined)?.minimum;
  return (
    <div className={style.labels} aria-hidden style={{ height }}>
      {rows.levels.map((level, index) => (
        <span key={level.id} style={{ top: index * rowHeight + 3 }}>
          <LevelMark level={level} size={12} /> {level.title}
        </span>
      ))}
      {rows.weeks !== undefined && <span style={{ top: rows.weeks - 2 }}>{t('journeyPage.picture.weeks')}</span>}
      {rows.attendance !== undefined && (
        <span style={{ top: rows.attendance - 2 }}>
          {t('journeyPage.picture.attendance')}
          <small>
            {minimum === undefined
              ? t('journeyPage.picture.hours')
              : t('journeyPage.picture.hoursMinimum', { hours: shortFigure(minimum) })}
          </small>
        </span>
      )}
      {rows.medications !== undefined && (
        <span style={{ top: rows.medications - 1 }}>{t('journeyPage.picture.medication')}</span>
      )}
      {rows.trends.map(({ scale, top }) => (
        <span key={scale} style={{ top: top - 1 }}>
          {t(`journeyPage.scales.${scale}`)}
          <small>{t(`journeyPage.cutOffs.${scale}`, { cutOff: scales[scale].cutOff, end: scales[scale].end })}</small>
        </span>
      ))}
    </div>
  );
}
