import type { Table } from './table.ts';

/**
 * By table: what its rows look like, as this build makes them. A digest of the rows of the kept journeys, so that nobody
 * has to remember it: whoever changes rows is told by the spec, and an upgraded folder builds its own rows again.
 */
const shapes: Readonly<Record<string, string>> = {
  board_row: '6a4f3c3a1377',
  board_history: '76e753ee8c1d',
  journey: '5fb57bca5418',
  specimen: '59d2e94b8da5',
  decision: 'c6bcf1f0f6d3',
  day_list: '063f73de97d3',
  roster: 'dd307ec21180',
  waiting: 'bfc3aa9261ef',
  worklist: '6f1acefa089b',
  weekly_screens: '5d62406be8ea',
  stay: '987b3dc66b84',
  course: 'a21b8cab4eb7',
  move: 'b76313369239',
  measured_case: 'bf722cdc16f5',
  test_meaning: 'fd347af3c7f6',
  score_pair: '23ca9fe4121c',
};

/** @throws if the table has none */
export function shapeOf({ name }: Table): string {
  const shape = shapes[name];
  if (shape === undefined) throw new Error(`Nothing says what the rows of read.${name} look like: ${howToKeepShapes}`);
  return shape;
}

export const howToKeepShapes = 'STEPWAY_KEEP_SHAPES=1 npm test -- libs/read-models/src/shapes.spec.ts';
