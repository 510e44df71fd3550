import type { AgeGroup, Level, Programme } from '@stepway/pathway';

type Kind = Level['kind'];

/** TEDS SERVICES → what kind of level that is here, and the next best where a programme has none of it. */
const kindsOf: Readonly<Record<number, readonly Kind[]>> = {
  1: ['withdrawal-management', 'intensive-inpatient'],
  2: ['withdrawal-management', 'residential'],
  3: ['intensive-inpatient', 'residential'],
  4: ['residential'],
  5: ['residential'],
  6: ['intensive-outpatient', 'partial-hospitalisation'],
  7: ['outpatient', 'aftercare'],
  8: ['withdrawal-management', 'outpatient'],
};

/** Where somebody who is admitted to this service enters the programme; the least intensive level where none fits. */
export function entryLevelOf(service: number, ageGroup: AgeGroup, { levels, ladder }: Programme): Level {
  const open = Object.values(levels).filter(({ admits }) => admits.includes(ageGroup));
  for (const kind of kindsOf[service] ?? []) {
    const found = open.find((level) => level.kind === kind);
    if (found) return found;
  }
  const last = open.find(({ id }) => id === ladder.at(-1)) ?? open[0];
  if (last === undefined) throw new Error(`No level of this programme admits ${ageGroup}s`);
  return last;
}
