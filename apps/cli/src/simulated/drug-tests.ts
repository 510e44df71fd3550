import { plusDays, plusHours, type CareEventOf, type Instant } from '@stepway/pathway';
import { chance } from '../chance.ts';
import { simulatedActor, type Plan } from './plan.ts';

/** A definitive report two days later, for some of the specimens with a presumptive positive. */
export function confirmsSome(
  person: string,
  confirmed: number | undefined,
  { data }: CareEventOf<'DrugTestResultRecorded'>,
): Plan[] {
  const positives = data.results.filter(({ outcome, stage }) => outcome === 'positive' && stage === 'presumptive');
  const draw = chance('confirm', person, data.specimenId);
  const comes = confirmed === undefined ? draw.int(1, 3) === 1 : draw.happens(confirmed);
  if (positives.length === 0 || !comes) return [];
  const reportedAt = plusDays(data.reportedAt, 2);
  const { acknowledgedUse, collectedAt, matrix, specimenId, validity } = data;
  return [
    {
      at: reportedAt,
      key: `confirm.${specimenId}`,
      actor: { id: 'demo-laboratory', kind: 'system', role: 'system' },
      wish: {
        type: 'RecordDrugTestResult',
        fields: {
          specimenId,
          matrix,
          collectedAt,
          reportedAt,
          status: 'final',
          validity,
          acknowledgedUse,
          results: positives.map(({ drugClass }) => ({
            drugClass,
            outcome: 'positive',
            stage: 'definitive',
            method: 'LC-MS/MS',
            amount: chance('amount', person, specimenId, drugClass).int(60, 2400),
            unit: 'ng/mL',
            cutoff: 50,
          })),
        },
      },
    },
  ];
}

/** A clinician looks at what waits for one; half of it was use. */
export function reviews(person: string, { data, recordedAt }: CareEventOf<'DrugTestDisposed'>): Plan[] {
  if (data.disposition !== 'awaiting-review' && data.disposition !== 'integrity-concern') return [];
  const { specimenId, drugClass } = data;
  const draw = chance('review', person, specimenId, drugClass);
  return [
    {
      at: plusHours(recordedAt, draw.int(2, 28)),
      key: `review.${specimenId}.${drugClass}`,
      actor: simulatedActor('nurse'),
      wish: {
        type: 'ReviewDrugTest',
        fields: { specimenId, drugClass, finding: draw.happens(50) ? 'unexpected-use' : 'inconclusive' },
        reason: 'Reviewed with the person.',
      },
    },
  ];
}

/** Nobody was tested on the day that was drawn, and somebody found out why. */
export function saysWhyNotTested(person: string, dueAt: Instant, askedAt: Instant): Plan {
  const draw = chance('not-tested', person, dueAt);
  return {
    at: plusHours(askedAt, draw.int(1, 11)),
    key: `not-tested.${dueAt}`,
    actor: simulatedActor('nurse'),
    wish: { type: 'RecordMissedDrugTest', fields: { dueAt, outcome: draw.pick(['missed', 'missed', 'excused']) } },
  };
}
