import { useElementSize } from '@mantine/hooks';
import { useId, useRef, useState } from 'react';
import type { LevelLook } from '../../marks/levels.ts';
import type { SiteTime } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import { PictureAxis } from './picture-axis.tsx';
import { PictureControls } from './picture-controls.tsx';
import type { PictureData } from './picture-data.ts';
import { PictureDrawing } from './picture-drawing.tsx';
import { PictureLabels } from './picture-labels.tsx';
import { rowsOf } from './picture-rows.ts';
import { pictureSentence } from './picture-sentence.ts';
import { drawnOver, moved, spanOf, within, zoomed, type Span, type SpanName } from './picture-window.ts';
import style from './picture.module.css';
import { usePlot } from './use-plot.ts';

const padRight = 64;
const axisHeight = 22;

interface PictureProps {
  readonly data: PictureData;
  /** The most support first. */
  readonly levels: readonly LevelLook[];
  readonly time: SiteTime;
  /** Whether `now` is a moment of the past: what follows it is then shaded. */
  readonly past: boolean;
}

/**
 * Levels, hand-offs, pauses and leaves, weekly screens, attendance, medication and questionnaires on one time axis: one
 * image, named by a sentence. A part of the axis is shown by name, by buttons, by keys or by drawing over it.
 */
export function Picture({ data, levels, time, past }: PictureProps) {
  const { ref, width: measured } = useElementSize();
  const hatch = useId();
  const [chosen, choose] = useState<SpanName | Span>('whole');
  const width = Math.max(320, measured);
  const view = typeof chosen === 'string' ? spanOf(chosen, data, data.now, data.staySince) : within(chosen, data);
  const x = (at: number) => Math.round((((at - view.from) / (view.to - view.from)) * (width - padRight) + 4) * 2) / 2;
  const at = (place: number) => view.from + ((place - 4) / (width - padRight)) * (view.to - view.from);
  const rows = rowsOf(data, levels);

  const acts: Readonly<Record<string, () => void>> = {
    '+': () => choose(zoomed(view, 0.5, data)),
    '=': () => choose(zoomed(view, 0.5, data)),
    '-': () => choose(zoomed(view, 2, data)),
    '0': () => choose('whole'),
    ArrowLeft: () => choose(moved(view, -0.2, data)),
    ArrowRight: () => choose(moved(view, 0.2, data)),
  };
  const plot = useRef<HTMLDivElement>(null);
  const drawing = usePlot(plot, {
    keys: acts,
    drawnOver: (from, to) => {
      const over = drawnOver(at(from), at(to), data);
      if (over !== undefined) choose(over);
    },
    reset: () => choose('whole'),
  });

  return (
    <div className={style.whole}>
      <PictureControls
        chosen={typeof chosen === 'string' ? chosen : undefined}
        choose={choose}
        staySince={data.staySince}
        act={(key) => acts[key]?.()}
        isWhole={view.from <= data.from && view.to >= data.to}
      />
      <div className={style.picture}>
        <PictureLabels rows={rows} data={data} height={rows.axis + axisHeight} />
        <div
          ref={plot}
          className={style.plot}
          role="group"
          tabIndex={0}
          aria-label={t('journeyPage.picture.axis')}
          aria-keyshortcuts="+ - 0 ArrowLeft ArrowRight"
        >
          {/* Drawn once its width is known: a picture of another width would be seen first. */}
          <div ref={ref} style={{ minHeight: measured > 0 ? 0 : rows.axis + axisHeight }} />
          {measured > 0 && (
            <svg
              width={width}
              height={rows.axis + axisHeight}
              role="img"
              aria-label={pictureSentence(data, (id) => levels.find((level) => level.id === id)?.title ?? id)}
              className={style.svg}
            >
              <defs>
                <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
                  <rect width="5" height="5" className={style.hatchGround} />
                  <rect width="2" height="5" className={style.hatchLine} />
                </pattern>
              </defs>
              {past && x(data.now) < width && (
                <rect
                  className={style.notYet}
                  x={Math.max(0, x(data.now))}
                  y="0"
                  width={width - Math.max(0, x(data.now))}
                  height={rows.axis}
                />
              )}
              <PictureAxis
                data={data}
                view={view}
                x={x}
                top={rows.axis}
                width={width - padRight}
                time={time}
                past={past}
              />
              <PictureDrawing data={data} rows={rows} x={x} width={width} hatch={hatch} time={time} />
              {drawing !== undefined && (
                <rect
                  className={style.drawnOver}
                  x={Math.min(drawing.from, drawing.to)}
                  y="0"
                  width={Math.abs(drawing.to - drawing.from)}
                  height={rows.axis}
                />
              )}
            </svg>
          )}
        </div>
      </div>
    </div>
  );
}
