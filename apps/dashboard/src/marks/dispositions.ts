import type { SpecimenView } from '@stepway/contracts';
import type { z } from 'zod';

type Result = z.output<typeof SpecimenView>['results'][number];
export type Disposition = Result['disposition'];
export type DrugClass = Result['drugClass'];

/** What a result came to mean, in the words of the pathway. A test is evidence, not proof. */
export const dispositionWords: Readonly<Record<Disposition, string>> = {
  superseded: 'Replaced by a later report',
  missed: 'Missed',
  excused: 'Not collected, excused',
  declined: 'Declined',
  unable: 'Unable to give a specimen',
  'integrity-concern': 'Specimen needs review',
  recollect: 'New specimen needed',
  'awaiting-review': 'Awaiting a clinician’s review',
  inconclusive: 'Not conclusive',
  'unexpected-absence': 'Medication-taking and safety review',
  negative: 'Negative',
  'unexpected-pattern': 'Medication-taking and safety review',
  'expected-prescribed': 'Explained by a medication',
  'unexpected-use': 'Unexpected positive, treated as new use',
  baseline: 'Consistent with earlier use',
  residual: 'Consistent with earlier use',
  'awaiting-confirmation': 'Awaiting confirmation',
  pending: 'Preliminary, not decided',
};

/** The same where there is little room. */
export const shortDisposition = (disposition: Disposition): string =>
  disposition === 'unexpected-use' ? 'Unexpected positive' : dispositionWords[disposition];

const classWords: Readonly<Record<DrugClass, string>> = {
  alcohol: 'alcohol',
  amphetamines: 'amphetamines',
  methamphetamine: 'methamphetamine',
  barbiturates: 'barbiturates',
  benzodiazepines: 'benzodiazepines',
  buprenorphine: 'buprenorphine',
  cannabis: 'cannabis',
  cocaine: 'cocaine',
  fentanyl: 'fentanyl',
  heroin: 'heroin (6-AM)',
  mdma: 'MDMA',
  methadone: 'methadone',
  opioids: 'opioids',
  oxycodone: 'oxycodone',
  pcp: 'PCP',
  'other-sedatives': 'other sedatives',
  other: 'other',
};

export const drugClassWords = (drugClass: DrugClass): string => classWords[drugClass];

/** "opioids, cocaine and fentanyl". */
export function listInWords(words: readonly string[]): string {
  const last = words.at(-1);
  return last === undefined ? '' : words.length === 1 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
