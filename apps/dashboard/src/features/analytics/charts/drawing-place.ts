/** What ECharts gives to the drawing of one row. */
export interface Drawing {
  coord(at: readonly [number, number]): [number, number];
}
