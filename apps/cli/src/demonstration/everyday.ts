import {
  plusHours,
  type CareEvent,
  type CareEventOf,
  type ClassResult,
  type DrugClass,
  type Programme,
} from '@stepway/pathway';
import { assessWhenAsked } from '../simulated/assess.ts';
import type { Plan } from '../simulated/plan.ts';

const laboratory = { id: 'simulated-laboratory', kind: 'system', role: 'system' } as const;

/**
 * What a clinic does for everybody without being told: assesses whoever was admitted, and collects the tests that the
 * plan draws. Without it people of the morning would be followed by tasks that no real clinic leaves open for weeks.
 * @param untested a class that is left out, so that what is reported of it late stands for itself
 */
export function everydayCare(person: string, programme: Programme, untested?: DrugClass) {
  let level = '';
  return (event: CareEvent): readonly Plan[] => {
    switch (event.type) {
      case 'Admitted':
        level = event.data.level;
        return [];
      case 'DrugTestScheduled':
        return event.data.cause === 'random' ? [negative(person, panelOf(programme, level, untested), event)] : [];
      case 'TaskOpened':
        return assessWhenAsked(person, programme, { level, ageGroup: 'adult', goalsReached: false }, event);
      default:
        return [];
    }
  };
}

const panelOf = ({ levels }: Programme, level: string, untested: DrugClass | undefined): readonly DrugClass[] =>
  (levels[level]?.drugTests.panel ?? []).filter((drugClass) => drugClass !== untested);

/** Collected in the morning of the day it was drawn for. */
function negative(person: string, panel: readonly DrugClass[], { data }: CareEventOf<'DrugTestScheduled'>): Plan {
  const collectedAt = plusHours(data.from, 10);
  const reportedAt = plusHours(collectedAt, 1);
  const results = panel.map((drugClass): ClassResult => ({ drugClass, outcome: 'negative', stage: 'presumptive' }));
  return {
    at: reportedAt,
    key: `test.${data.from}`,
    actor: laboratory,
    wish: {
      type: 'RecordDrugTestResult',
      fields: {
        ...{ specimenId: `${person}.${data.from.slice(0, 10)}`, matrix: 'urine', collectionReason: 'random' },
        ...{ collectedAt, reportedAt, status: 'final', acknowledgedUse: false, results },
        validity: { finding: 'valid', creatinineMgDl: 96, specificGravity: 1.015 },
      },
    },
  };
}
