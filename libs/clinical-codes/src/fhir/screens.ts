import type { Question } from '../question.ts';
import { ofKind, type Collected, type Item } from './collect.ts';
import type { Placed, Resources } from './resources.ts';
import { numberIn, numberOf } from './specimen.ts';
import type { CodeableConcept, DiagnosticReport, Observation, Reference, Specimen } from './shapes.ts';

/** One observation with the panels that it is a member of. */
type Member = Item<Observation> & { readonly panel?: CodeableConcept };

/**
 * The observations of a message in the reports that they belong to, each report once for each specimen; those in no
 * report together by specimen and status: what is final does not wait for what is preliminary.
 */
export function screensOf(collected: Collected): readonly Resources[] {
  const reports = ofKind(collected.items, 'DiagnosticReport');
  const observations = ofKind(collected.items, 'Observation');
  const taken = new Set<Observation>();
  const reported = reports.flatMap((report) => {
    const told = membersOf(report.resource.result ?? [], report, collected);
    const own = observations.filter(({ place, isContained }) => isContained && place === report.place);
    // A report alone that names no results is of all that came with it.
    const isOfAll = reports.length === 1 && (report.resource.result ?? []).length === 0;
    const members = distinct([...told.members, ...own, ...(isOfAll ? observations : [])]);
    for (const { resource } of [...members, ...told.panels]) taken.add(resource);
    return bySpecimen(members, report, collected, told.questions);
  });
  const panels = observations.filter(({ resource }) => !taken.has(resource) && isPanel(resource));
  const ofPanels = panels.map((panel) => membersOf(asReferences(panel), panel, collected));
  for (const { members } of ofPanels) for (const { resource } of members) taken.add(resource);
  const free = observations.filter(({ resource }) => !taken.has(resource) && !isPanel(resource));
  const loose = distinct([...ofPanels.flatMap(({ members }) => members), ...free]);
  const questions = ofPanels.flatMap((one) => one.questions);
  return [...reported, ...bySpecimen(loose, undefined, collected, questions)];
}

/** It has no value, and stands for its members. */
const isPanel = ({ hasMember = [], component, ...value }: Observation): boolean =>
  hasMember.length > 0 &&
  component.length === 0 &&
  value.valueString === undefined &&
  !value.valueCodeableConcept &&
  !value.valueQuantity;
const asReferences = ({ resource }: Item<Observation>): readonly Reference[] => resource.hasMember ?? [];
const mostDeep = 4;

interface Told {
  readonly members: readonly Member[];
  readonly panels: readonly Item<Observation>[];
  readonly questions: readonly Question[];
}

/** The results that are referred to, and those of their panels. */
function membersOf(
  references: readonly Reference[],
  from: Item<DiagnosticReport | Observation>,
  collected: Collected,
  depth = 0,
): Told {
  const found = references.map((reference) => collected.find(reference, from));
  const observations = ofKind(
    found.filter((item) => item !== undefined),
    'Observation',
  );
  const isShort = observations.length < references.length || depth === mostDeep;
  const panel = from.resource.resourceType === 'Observation' ? { panel: from.resource.code } : {};
  const panels = depth === mostDeep ? [] : observations.filter(({ resource }) => isPanel(resource));
  const inner = panels.map((one) => membersOf(asReferences(one), one, collected, depth + 1));
  return {
    members: [
      ...observations.filter(({ resource }) => !isPanel(resource)).map((one) => ({ ...one, ...panel })),
      ...inner.flatMap(({ members }) => members),
    ],
    panels: [...panels, ...inner.flatMap((one) => one.panels)],
    questions: [
      ...(isShort ? [{ reason: 'results-elsewhere' as const, resource: from.place }] : []),
      ...inner.flatMap(({ questions }) => questions),
    ],
  };
}

const distinct = (members: readonly Member[]): readonly Member[] =>
  [...new Map(members.map((member) => [member.resource, member] as const).toReversed()).values()].toSorted(
    (a, b) => a.place - b.place,
  );

interface Group {
  readonly specimens: readonly Specimen[];
  readonly observations: Placed[];
}

function bySpecimen(
  members: readonly Member[],
  report: Item<DiagnosticReport> | undefined,
  collected: Collected,
  questions: readonly Question[],
): readonly Resources[] {
  const groups = new Map<string, Group>();
  const all = ofKind(collected.items, 'Specimen');
  const ofReport = (report?.resource.specimen ?? []).map((reference) => specimenBy(reference, report, collected));
  const beside = ofReport.length > 0 || !report ? ofReport : all.map(({ resource }) => resource);
  const group = (specimens: readonly Specimen[], status: string): Group => {
    // One that is described with each of its results is one, by its number.
    const [one, ...others] = specimens;
    const specimen = one && others.length === 0 ? (numberOf(one) ?? one.id ?? '') : `${specimens.length}`;
    const key = JSON.stringify([specimens.length, specimen, status]);
    const own = groups.get(key) ?? { specimens, observations: [] };
    groups.set(key, own);
    return own;
  };
  for (const member of members) {
    const { specimen, ...observation } = member.resource;
    const own = specimen && [specimenBy(specimen, member, collected)];
    const panel = member.panel ? { panel: member.panel } : {};
    const { observations } = group(
      own ?? beside,
      report ? '' : `${observation.status} ${own ? '' : observation.effectiveDateTime}`,
    );
    observations.push({ observation, resource: member.place, ...panel });
  }
  if (members.length === 0 && report) group(beside, '');
  return [...groups.values()].map(({ specimens, observations }, index) => ({
    ...(report && { report: report.resource }),
    observations,
    specimens,
    questions: index === 0 ? questions : [],
  }));
}

/** The specimen that was sent along, else what the reference says of it: its number. */
function specimenBy(reference: Reference, from: Item | undefined, collected: Collected): Specimen {
  const found = from && collected.find(reference, from)?.resource;
  const value = numberIn(reference);
  const numbered = { identifier: value === undefined ? [] : [{ value }] };
  if (found?.resourceType === 'Specimen') return numberOf(found) === undefined ? { ...found, ...numbered } : found;
  return { resourceType: 'Specimen', ...numbered };
}
