import { BarChart, CustomChart, HeatmapChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  GraphicComponent,
  GridComponent,
  LegendComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';

// Only what is drawn with; fetched when the first chart is.
use([
  ...[BarChart, CustomChart, HeatmapChart, LineChart, SankeyChart, ScatterChart],
  ...[
    AriaComponent,
    GraphicComponent,
    GridComponent,
    LegendComponent,
    TitleComponent,
    TooltipComponent,
    VisualMapComponent,
  ],
  ...[LabelLayout, CanvasRenderer],
]);

/** Draws an option into an element; again with every option, whole. */
export function chartIn(element: HTMLElement): ECharts {
  return init(element, undefined, { renderer: 'canvas' });
}
