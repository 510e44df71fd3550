import { readScreen } from '../fhir/read-drug-screen.ts';
import type { Resources } from '../fhir/resources.ts';
import type { DiagnosticReport, Observation, Specimen } from '../fhir/shapes.ts';
import { drugTestFact, withoutUndoing, type FactTold } from '../message/drug-test-fact.ts';
import { partOf } from './for-us.ts';
import { observationOf } from './observation.ts';
import type { Order } from './orders.ts';
import { said, type Hl7Segment } from './segments.ts';
import type { SenderReading } from './sender.ts';
import { readHl7Time } from './time.ts';
import { conceptOf, isAttachment } from './value.ts';

/** OBR-25 (HL7 table 0123). */
const statuses: ReadonlyMap<string, DiagnosticReport['status']> = new Map([
  ['O', 'registered'],
  ['I', 'registered'],
  ['S', 'registered'],
  ['A', 'partial'],
  ['P', 'preliminary'],
  ['R', 'preliminary'],
  ['F', 'final'],
  ['C', 'corrected'],
  ['X', 'cancelled'],
]);

interface Read {
  readonly order: Order;
  readonly part: 'test' | 'specimen';
  readonly status: DiagnosticReport['status'];
  readonly specimen: string;
}

/**
 * The drug tests of a report, one fact for each specimen and status: what is final of a specimen does not wait for what
 * is preliminary. Undefined where the report has nothing to do with a drug test, or only announces one.
 */
export function drugTestsOf(
  orders: readonly Order[],
  sentAt: string,
  sender: SenderReading,
): readonly FactTold[] | undefined {
  const read = orders.flatMap((order): readonly Read[] => {
    const part = partOf(order, sender.codes);
    const status = statusOf(order);
    const announces = status === 'registered' && order.results.every(({ obx }) => said(obx, 5) === '');
    return part === undefined || announces ? [] : [{ order, part, status, specimen: specimenNumber(order) }];
  });
  const tests = read.filter(({ part }) => part === 'test');
  if (tests.length === 0) return undefined;
  const keys = new Set(tests.map(keyOf));
  const told = [...keys].map((key) => {
    const own = tests.filter((one) => keyOf(one) === key);
    const beside = read.filter(({ part, specimen }) => part === 'specimen' && specimen === own[0]?.specimen);
    return factOf([...own, ...beside], sentAt, sender);
  });
  return withoutUndoing(told);
}

const keyOf = ({ specimen, status }: Read): string => JSON.stringify([specimen, status]);

/** The laboratory's number: of the specimen, else of its order. */
const specimenNumber = ({ obr, orc, specimens: [spm] }: Order): string =>
  said(spm, 2, 2) || said(spm, 2) || said(obr, 3) || said(orc, 3);

/** A report with a corrected result is a correction, also where the order does not say so. */
function statusOf({ obr, results }: Order): DiagnosticReport['status'] {
  const written = said(obr, 25).toUpperCase();
  const own = results.map(({ obx }) => said(obx, 11).toUpperCase());
  if ((written === '' || written === 'F') && own.includes('C')) return 'corrected';
  if (written !== '') return statuses.get(written) ?? 'unknown';
  const [one, ...others] = new Set(own);
  return one !== undefined && others.length === 0 ? (statuses.get(one) ?? 'unknown') : 'unknown';
}

function factOf(parts: readonly Read[], sentAt: string, sender: SenderReading): FactTold {
  const [first] = parts;
  const status = first?.status ?? 'unknown';
  const obr = first?.order.obr;
  const found = parts.flatMap(({ order }) =>
    order.results
      .filter(({ obx }) => !isAttachment(obx))
      .map(({ obx, place }) => ({
        observation: observationOf(obx, ofReport(status)),
        resource: place,
        panel: conceptOf(order.obr, 4),
      })),
  );
  const collected = said(first?.order.specimens[0], 17) || said(obr, 7) || said(first?.order.results[0]?.obx, 14);
  const moments = parts.flatMap(({ order }) => readHl7Time(said(order.obr, 22), sender.timeZone) ?? []);
  // A day alone sorts before the moments of its day.
  const reported = moments.toSorted().at(-1) ?? readHl7Time(said(obr, 22) || sentAt, sender.timeZone);
  const resources: Resources = {
    report: {
      resourceType: 'DiagnosticReport',
      status,
      code: { coding: [] },
      ...(reported !== undefined && { issued: reported }),
    },
    observations: found,
    specimens: specimensOf(parts, collected, sender),
    questions: [],
  };
  const screen = readScreen(resources, sender.codes);
  const isWithdrawnAndTold = status === 'cancelled' && found.some(({ observation }) => tells(observation));
  const isEmpty = found.length === 0 && status !== 'cancelled';
  const questions = [
    ...screen.questions,
    ...(isWithdrawnAndTold ? [{ reason: 'status-differs' } as const] : []),
    ...(isEmpty ? [{ reason: 'no-value' } as const] : []),
  ];
  const told = drugTestFact({ ...screen, questions }, { laboratory: sender.senderId });
  return isWithdrawnAndTold ? { questions: told.questions } : told;
}

/** A result that stands in a report that is cancelled: which of the two holds is not for us to choose. */
const tells = ({ status, valueString, valueCodeableConcept, valueQuantity }: Observation): boolean =>
  (status === 'final' || status === 'corrected') && Boolean(valueString ?? valueCodeableConcept ?? valueQuantity);

function ofReport(status: DiagnosticReport['status']): Observation['status'] {
  if (status === 'partial') return 'preliminary';
  return status === 'appended' ? 'final' : status;
}

/** One for each that is described; of an order that describes none, what OBR-15 says of it. */
function specimensOf(parts: readonly Read[], collected: string, { timeZone }: SenderReading): readonly Specimen[] {
  const at = readHl7Time(collected, timeZone);
  const described = parts.flatMap(({ order }) => order.specimens);
  const segments = described.length > 0 ? distinct(described) : parts.slice(0, 1).map(({ order }) => order.obr);
  const number = parts[0]?.specimen ?? '';
  return segments.map((segment) => {
    const type = segment.name === 'SPM' ? conceptOf(segment, 4) : sourceOf(segment);
    return {
      resourceType: 'Specimen',
      identifier: number === '' ? [] : [{ value: number }],
      ...(type.coding.length > 0 && { type }),
      ...(at !== undefined && { collection: { collectedDateTime: at } }),
    };
  });
}

/** OBR-15: the code and its words stand in subcomponents. */
function sourceOf(obr: Hl7Segment): Observation['code'] {
  const [code, display] = [said(obr, 15), said(obr, 15, 1, 0, 2)];
  return { coding: code === '' && display === '' ? [] : [{ code, display: display || code }] };
}

/** A specimen that is described with each of its orders is one. */
const distinct = (segments: readonly Hl7Segment[]): readonly Hl7Segment[] => [
  ...new Map(segments.map((spm) => [said(spm, 2, 2) || said(spm, 2), spm])).values(),
];
