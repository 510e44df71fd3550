import {
  addDays,
  plusHours,
  startOfDay,
  type AgeGroup,
  type DischargeReason,
  type DrugClass,
  type Instant,
  type LocalDate,
  type Priority,
  type Programme,
  type SiteCalendar,
} from '@stepway/pathway';
import { chance, type Chance } from '../chance.ts';
import { entryLevelOf } from './entry-level.ts';
import { evenly } from './evenly.ts';
import { reasonForLeaving } from './leaving.ts';
import { codeAt, daysOf, shareOf, type Variable } from './teds.ts';

/** Somebody invented: where they come from, how long they stay and why they leave follow TEDS-D, variable by variable. */
export interface SimulatedPerson {
  readonly key: string;
  readonly requestedAt: Instant;
  readonly admittedAt: Instant;
  /** TEDS SERVICES. */
  readonly service: number;
  readonly entryLevel: string;
  readonly ageGroup: AgeGroup;
  readonly referralSource: string;
  readonly priority?: Priority;
  /** Days from admission to the end of care, and what ends it. */
  readonly careDays: number;
  readonly leaves: DischargeReason;
  /** What they used, and how often in the month before they came. */
  readonly substance?: DrugClass;
  readonly usedBefore: 'none' | 'some' | 'daily';
  readonly medication?: 'methadone' | 'buprenorphine-naloxone';
  /** Sessions attended, in a hundred. */
  readonly attends: number;
}

/** A drug screen shows heroin as opioids and methamphetamine as amphetamines. */
const classes: Readonly<Record<number, DrugClass>> = {
  2: 'alcohol', 3: 'cocaine', 4: 'cannabis', 5: 'opioids', 6: 'methadone', 7: 'fentanyl', 8: 'pcp', 10: 'amphetamines',
  11: 'amphetamines', 12: 'amphetamines', 13: 'benzodiazepines', 14: 'other-sedatives', 15: 'barbiturates',
  16: 'other-sedatives',
}; // prettier-ignore
const sources = ['individual', 'treatment', 'health-care', 'school', 'employer', 'community', 'court'] as const;
const opioids: readonly (DrugClass | undefined)[] = ['opioids', 'fentanyl', 'methadone'];

/** People come over a year, so that holidays and both changes of the clocks lie among their days. */
const comeWithinDays = 364;

export interface Cohort {
  readonly seed: number;
  readonly programme: Programme;
  readonly calendar: SiteCalendar;
  readonly firstDay: LocalDate;
}

export function invent(number: number, { seed, programme, calendar, firstDay }: Cohort): SimulatedPerson {
  const key = `${seed}-${number}`;
  const draw = chance('person', key);
  const place = evenly(seed, number);
  const code = (variable: Variable) => codeAt(place(variable), variable);
  const ageGroup = code('AGE') <= 2 ? 'adolescent' : 'adult';
  const service = code('SERVICES');
  const level = entryLevelOf(service, ageGroup, programme);
  const careDays = draw.int(...daysOf(code('LOS')));
  const substance = classes[code('SUB1')];
  const requestedAt = plusHours(startOfDay(addDays(firstDay, draw.int(0, comeWithinDays)), calendar), draw.int(8, 10));
  const priority = priorityOf(code('IDU') === 1, draw.happens(womenInHundred) && code('PREG') === 1);
  const medication = opioids.includes(substance) && place('METHUSE') < moudAmongOpioids && pickMedication(draw);
  return {
    key,
    requestedAt,
    admittedAt: plusHours(requestedAt, draw.int(1, 3)),
    service,
    entryLevel: level.id,
    ageGroup,
    referralSource: sources[code('PSOURCE') - 1] ?? 'individual',
    ...(priority && { priority }),
    careDays,
    leaves: reasonForLeaving(place('REASON'), level, careDays, programme),
    ...(substance && { substance }),
    usedBefore: (['none', 'some', 'daily'] as const)[code('FREQ1') - 1] ?? 'none',
    ...(medication && { medication }),
    attends: draw.int(62, 97),
  };
}

const pickMedication = (draw: Chance) =>
  draw.pick(['buprenorphine-naloxone', 'buprenorphine-naloxone', 'methadone'] as const);

/** METHUSE counts medication among all; it is given to people whose substance is an opioid (SUB1 5, 6, 7). */
const moudAmongOpioids = shareOf('METHUSE', 1) / shareOf('SUB1', 5, 6, 7);

/** PREG is known of women only: two in five of those admitted. */
const womenInHundred = 40;

function priorityOf(injecting: boolean, pregnant: boolean): Priority | undefined {
  if (pregnant) return injecting ? 'pregnant-injecting' : 'pregnant';
  return injecting ? 'injecting' : undefined;
}
