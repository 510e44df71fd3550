import type { LevelLook } from '../../marks/levels.ts';
import type { MedicationBar } from './care-data.ts';
import type { PictureData } from './picture-data.ts';
import type { ScaleName } from './scales.ts';

export const rowHeight = 24;
export const laneHeight = 22;
export const attendanceHeight = 30;
export const trendHeight = 34;
export const weekHeight = 15;
const gap = 12;

/** Where each row of the picture begins, from above. */
export interface PictureRows {
  readonly levels: readonly LevelLook[];
  readonly levelsHeight: number;
  /** Undefined for a row that the journey has nothing for. */
  readonly weeks: number | undefined;
  readonly attendance: number | undefined;
  readonly medications: number | undefined;
  readonly lanes: readonly (readonly MedicationBar[])[];
  readonly trends: readonly { readonly scale: ScaleName; readonly top: number }[];
  /** Where the axis begins: the height of all rows. */
  readonly axis: number;
}

/** In the picture of questionnaires; the others stand in their own tab. */
const drawnScales: readonly ScaleName[] = ['bam-risk', 'phq-9', 'phq-a', 'gad-7', 'c-ssrs', 'ciwa-ar', 'cows'];

/** The rows that a journey has something for, one under the other on one time axis. */
export function rowsOf(data: PictureData, levels: readonly LevelLook[]): PictureRows {
  const levelsHeight = levels.length * rowHeight;
  let next = levelsHeight + gap;
  const take = (there: boolean, height: number): number | undefined => {
    if (!there) return undefined;
    const top = next;
    next += height + gap;
    return top;
  };
  const lanes = inLanes(data.medications);
  const weeks = take(data.weeks.length > 0, weekHeight);
  const attendance = take(data.attendance.length > 0, attendanceHeight);
  const medications = take(lanes.length > 0, lanes.length * laneHeight - 8);
  const trends = drawnScales.flatMap((scale) => {
    const top = take(
      data.trends.some((trend) => trend.scale === scale),
      trendHeight,
    );
    return top === undefined ? [] : [{ scale, top }];
  });
  return { levels, levelsHeight, weeks, attendance, medications, lanes, trends, axis: next - gap + 6 };
}

/** Medications that overlap stand under each other, at most four rows. */
function inLanes(medications: readonly MedicationBar[]): readonly (readonly MedicationBar[])[] {
  const lanes: MedicationBar[][] = [];
  for (const medication of medications.toSorted((a, b) => a.from - b.from)) {
    const lane = lanes.find((taken) => (taken.at(-1)?.to ?? 0) < medication.from);
    if (lane === undefined) lanes.push([medication]);
    else lane.push(medication);
  }
  return lanes.slice(0, 4);
}
