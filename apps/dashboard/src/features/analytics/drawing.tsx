import { useComputedColorScheme } from '@mantine/core';
import type { ECharts } from 'echarts/core';
import { useEffect, useRef, type RefObject } from 'react';
import { lookOf, type ChartModel } from './chart-model.ts';
import style from './analytics.module.css';

interface DrawingProps {
  readonly model: ChartModel;
  /** The chart, for who makes a picture of it. */
  readonly chart: RefObject<ECharts | undefined>;
}

/** A chart: one picture, named by what it found; the table beside it says the same to everybody. */
export function Drawing({ model, chart }: DrawingProps) {
  const scheme = useComputedColorScheme('light');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    let over = false;
    const resized = new ResizeObserver(() => chart.current?.resize());
    void Promise.all([import('./echarts.ts'), document.fonts.ready]).then(([{ chartIn }]) => {
      if (over) return;
      const drawn = chartIn(element);
      chart.current = drawn;
      drawn.setOption({ ...model.option(lookOf(scheme)), aria: { enabled: false } }, true);
      element.dataset['drawn'] = scheme;
      resized.observe(element);
    });
    return () => {
      over = true;
      resized.disconnect();
      chart.current?.dispose();
      chart.current = undefined;
      delete element.dataset['drawn'];
    };
  }, [model, scheme, chart]);
  return (
    <div
      role="img"
      aria-label={`${model.title}. ${model.line}`}
      className={style.drawing}
      style={{ height: model.height }}
    >
      <div ref={place} className={style.canvas} aria-hidden />
    </div>
  );
}
