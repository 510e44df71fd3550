import {
  laterOf,
  type ClassResult,
  type CommandFields,
  type CommandType,
  type DrugClass,
  type ProgrammeVersion,
  type Instant,
  type LevelChangeReason,
} from '@stepway/pathway';
import { chance } from '../chance.ts';
import type { TrialPerson, TrialSpecimen } from './people.ts';
import type { Arm, Substance } from './tables.ts';
import type { TrialCalendar } from './trial-calendar.ts';

type Text = string;
/** A command of the history before it has an id, an actor and sealed texts. */
export type Wish = {
  [T in CommandType]: { readonly type: T; readonly fields: CommandFields<Text>[T]; readonly reason?: Text };
}[CommandType];

/** What the trial's rows say, at the moment it became known. `key` identifies the fact: person and day. */
export interface TrialFact {
  readonly at: Instant;
  readonly day: number;
  readonly key: string;
  readonly wish: Wish;
}

/** Trial words → drug classes. */
const classOf: Record<Substance, DrugClass> = {
  Alcohol: 'alcohol',
  Amphetamine: 'amphetamines',
  Benzodiazepine: 'benzodiazepines',
  Buprenorphine: 'buprenorphine',
  Cocaine: 'cocaine',
  'Mdma/Hallucinogen': 'mdma',
  Methadone: 'methadone',
  Opioid: 'opioids',
  Sedatives: 'barbiturates',
  Thc: 'cannabis',
};

/** What each trial's panel looked for (meta_substance_groups_uds.csv). */
const common: readonly DrugClass[] = ['amphetamines', 'benzodiazepines', 'cannabis', 'cocaine', 'methadone', 'opioids'];
export const panels: Record<TrialPerson['trial'], readonly DrugClass[]> = {
  '27': [...common, 'alcohol'],
  '30': [...common, 'buprenorphine'],
  '51': [...common, 'buprenorphine', 'barbiturates'],
};

const medicationOf: Record<Arm, string | undefined> = {
  'Inpatient BUP': 'buprenorphine-naloxone',
  'Inpatient NR-NTX': undefined,
  Methadone: 'methadone',
  'Outpatient BUP': 'buprenorphine-naloxone',
  'Outpatient BUP + EMM': 'buprenorphine-naloxone',
  'Outpatient BUP + SMM': 'buprenorphine-naloxone',
};

const morning = 9 * 60;
const noon = 12 * 60;

/** The classes of one specimen: positive where the data say so, negative for the rest of the panel. */
function results(person: TrialPerson, specimen: TrialSpecimen): ClassResult[] {
  const positives = new Set(specimen.positives.map((substance) => classOf[substance]));
  return [...new Set([...panels[person.trial], ...positives])].map((drugClass) => ({
    drugClass,
    outcome: positives.has(drugClass) ? 'positive' : 'negative',
    stage: 'presumptive',
  }));
}

/** Whose facts they become, and by which programme they are judged. */
interface Subject {
  readonly patientId: string;
  readonly programme: ProgrammeVersion;
}

/** A person's trial record as commands, in the order in which it became known. */
export function trialFacts(person: TrialPerson, calendar: TrialCalendar, subject: Subject): TrialFact[] {
  const facts: TrialFact[] = [];
  const add = (day: number, minutes: number, key: string, wish: Wish) =>
    facts.push({ at: calendar.at(day, minutes), day, key: `${key}.${day}`, wish });
  const { who, randomization, detox } = person;
  const inpatient = randomization?.arm.startsWith('Inpatient') ?? false;
  const openDay = randomization ? 0 : person.firstDay;
  const entryLevel = inpatient && detox.admission !== undefined ? 'detox' : 'iop';

  add(openDay, 8 * 60, 'open', {
    type: 'OpenEpisode',
    fields: {
      patientId: subject.patientId,
      programme: { id: subject.programme.id, version: subject.programme.version },
      siteId: 'main',
      entryLevel,
      ageGroup: 'adult',
      referralSource: 'trial',
    },
  });

  if (randomization) {
    const from = calendar.at(randomization.day, morning);
    if (entryLevel === 'detox' && detox.admission !== undefined) {
      add(detox.admission, 10 * 60, 'admit', {
        type: 'Admit',
        fields: { level: 'detox', attendedAt: calendar.at(detox.admission, 10 * 60) },
      });
      if (detox.discharge !== undefined) {
        const to = chance('after-detox', who).happens(60) ? 'residential' : 'iop';
        const reasonCode: LevelChangeReason = 'clinical-judgement';
        add(Math.max(detox.discharge, detox.admission + 1), noon, 'change', {
          type: 'ChangeLevelOfCare',
          fields: { to, reasonCode },
          reason: 'Detox completed; discharge plan of the trial site.',
        });
      }
    } else {
      add(randomization.day, morning, 'admit', { type: 'Admit', fields: { level: 'iop', attendedAt: from } });
    }
    const medication = medicationOf[randomization.arm];
    if (medication !== undefined)
      add(randomization.day, morning + 5, 'medication', {
        type: 'RecordMedication',
        fields: {
          medicationId: `trial-${who}`,
          medication,
          kind: 'moud',
          scheduled: true,
          source: 'prescriber',
          from,
          to: calendar.endsAt,
        },
      });
    add(randomization.day, morning + 6, 'plan', {
      type: 'SetScreeningPlan',
      fields: {
        from: calendar.at(randomization.day + 1, 0),
        until: calendar.endsAt,
        drugClasses: ['opioids', 'methadone', 'buprenorphine'],
        negativeBy: 'attended-visit',
      },
    });
  }

  for (const { day, present } of person.visits)
    add(day, morning + 20, 'visit', {
      type: 'RecordSession',
      fields: {
        sessionId: `trial-${who}-${day}`,
        sessionType: 'medication-visit',
        startedAt: calendar.at(day, morning),
        minutes: present ? 20 : 0,
        attendance: present ? 'attended' : 'missed',
      },
    });

  for (const specimen of person.specimens) {
    const collectedAt = calendar.at(specimen.day, morning + 10);
    add(specimen.day, morning + 25, 'specimen', {
      type: 'RecordDrugTestResult',
      fields: {
        specimenId: specimenIdOf(person, specimen),
        matrix: 'urine',
        // The trial's visits stand for the random tests of the plan: they are those of its interval.
        collectionReason: 'random',
        collectedAt,
        reportedAt: calendar.at(specimen.day, morning + 25),
        status: 'final',
        validity: { finding: 'not-recorded', temperature: specimen.temperature },
        results: results(person, specimen),
        acknowledgedUse: false,
      },
    });
  }

  if (!calendar.staysOpen) {
    const leaveDay = person.leftDay !== undefined && person.leftDay > openDay ? person.leftDay : undefined;
    const day = randomization ? Math.min(leaveDay ?? person.endDay, person.endDay) : person.endDay;
    const at = calendar.at(day, 17 * 60);
    if (randomization)
      add(day, 17 * 60, 'discharge', {
        type: 'DischargeEpisode',
        fields: {
          at,
          reasonCode: leaveDay === undefined ? 'transferred' : 'dropped-out',
          againstAdvice: leaveDay !== undefined,
        },
      });
    // Consented, and never given a treatment: nobody was discharged.
    else add(day, 17 * 60, 'discharge', { type: 'CloseReferral', fields: { at, reasonCode: 'other' } });
  }
  return openedFirst(facts);
}

/** In the order of time; what happened before the episode was opened became known when it was. */
function openedFirst(facts: readonly TrialFact[]): TrialFact[] {
  const inOrder = facts.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const open = inOrder.find(({ wish }) => wish.type === 'OpenEpisode');
  if (open === undefined) return inOrder;
  const others = inOrder.filter((fact) => fact !== open);
  return [open, ...others.map((fact) => ({ ...fact, at: laterOf(fact.at, open.at) }))];
}

export const specimenIdOf = (person: TrialPerson, specimen: TrialSpecimen): string =>
  `ctn-${person.who}-${specimen.day < 0 ? `m${-specimen.day}` : specimen.day}`;
