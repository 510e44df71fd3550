import type { Table } from './table.ts';

/**
 * By table: what its rows look like, as this build makes them. A digest of the rows of the kept journeys, so that nobody
 * has to remember it: whoever changes rows is told by the spec, and an upgraded folder builds its own rows again.
 */
const shapes: Readonly<Record<string, string>> = {
  board_row: '1e408e4eb566',
  board_history: 'dafc3cb31580',
  journey: 'bfc1bda10193',
  specimen: '2c7650cb1bfb',
  decision: 'f9bf66bb59bb',
  day_list: 'd46c16e58d32',
  roster: 'f3a370097d24',
  waiting: '9b05ef7f4392',
  worklist: 'be2958c52736',
  weekly_screens: '624cdffcdcfd',
  stay: '960632ccf45e',
  course: '489670ff9f3f',
  move: '87103ac2d753',
  measured_case: '966b9723c78b',
  test_meaning: '7122638285b7',
  score_pair: '64ec0ff1cda8',
};

/** @throws if the table has none */
export function shapeOf({ name }: Table): string {
  const shape = shapes[name];
  if (shape === undefined) throw new Error(`Nothing says what the rows of read.${name} look like: ${howToKeepShapes}`);
  return shape;
}

export const howToKeepShapes = 'STEPWAY_KEEP_SHAPES=1 npm test -- libs/read-models/src/shapes.spec.ts';
