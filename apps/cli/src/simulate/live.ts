import {
  JourneyInMemory,
  addDays,
  commandOf,
  daysApart,
  localDate,
  plusHours,
  startOfDay,
  type CareEvent,
  type CommandType,
  type Instant,
  type Journey,
  type OpenedJourney,
  type Programme,
} from '@stepway/pathway';
import { sealCommand } from '@stepway/privacy';
import type { Plan } from '../simulated/plan.ts';
import { simulatedActor } from '../simulated/plan.ts';
import { simulatedStaff } from '../simulated/staff.ts';
import type { Day, Habit, PlaceOfCare } from './day.ts';
import { isAway } from './habits/absences.ts';
import { assessed } from './habits/assessments.ts';
import { attends } from './habits/attendance.ts';
import { begins, movesOn } from './habits/care.ts';
import { livesSomewhere, talks } from './habits/conversations.ts';
import { tests } from './habits/drug-tests.ts';
import { isSeenInAnEmergency } from './habits/emergencies.ts';
import { leaves } from './habits/leaving.ts';
import { answers } from './habits/questionnaires.ts';
import type { SimulatedPerson } from './person.ts';

export interface Setting {
  readonly programme: Programme;
  readonly calendar: PlaceOfCare;
  /** How long everybody is followed from their request. */
  readonly days: number;
  /** Whose ids what happens is named by; default: one for the person. */
  readonly episodeId?: string;
}

export interface Life {
  readonly person: SimulatedPerson;
  readonly journey: OpenedJourney;
  /** Until when the person was followed. */
  readonly until: Instant;
  readonly events: number;
  /** Wishes that the rules did not grant: `Command: Rejection` and how often. */
  readonly refused: ReadonlyMap<string, number>;
}

/**
 * Lives one person's time in care, morning by morning: habits, what the rules make of them, what staff do in answer.
 * @param acted what was done, in order, for who lets the same happen elsewhere
 */
export function live(
  person: SimulatedPerson,
  setting: Setting,
  told: (events: readonly CareEvent[]) => void,
  acted: (plan: Plan) => void = () => undefined,
): Life {
  const { programme, calendar, days, episodeId = `simulated-${person.key}` } = setting;
  const planned: Plan[] = [];
  const refused = new Map<string, number>();
  const staff = simulatedStaff(person.key, programme, { confirmed: 85 });
  let events = 0;
  const care = new JourneyInMemory(episodeId, { programme, calendar }, (appended) => {
    events += appended.length;
    appended.flatMap(staff).forEach((plan) => insert(planned, plan));
    told(appended);
  });
  const act = ({ at, key, actor, wish }: Plan): void => {
    care.rest(at);
    if (care.journey.status === 'discharged' && !afterwards.includes(wish.type)) return;
    const envelope = {
      commandId: `${person.key}.${key}`,
      actor,
      occurredAt: at,
      ...(wish.reason && { reason: wish.reason }),
    };
    const rejection = care.decide(sealCommand(commandOf(wish.type, wish.fields, envelope), sealed, fingerprint));
    if (rejection === undefined) return acted({ at, key, actor, wish });
    const said = `${wish.type}: ${rejection.type}`;
    refused.set(said, (refused.get(said) ?? 0) + 1);
  };
  /** In their order until then; what a plan leads to may come before the next. */
  const liveUntil = (until: Instant): void => {
    for (let next = planned[0]; next !== undefined && next.at <= until; next = planned[0]) {
      // What falls due before it may lead somebody to act earlier.
      const due = care.due();
      if (due !== undefined && due.at < next.at) {
        care.rest(due.at);
        continue;
      }
      planned.shift();
      act(next);
    }
    care.rest(until);
  };

  arrival(person, setting).forEach((plan) => insert(planned, plan));
  const habits: readonly Habit[] = [
    ...[begins, assessed, livesSomewhere, attends, tests(), answers, talks],
    ...[isAway, isSeenInAnEmergency, movesOn, leaves],
  ];
  const firstDay = localDate(person.admittedAt, calendar);
  const until = startOfDay(addDays(firstDay, days + 1), calendar);
  for (let number = 0; number <= days; number += 1) {
    const date = addDays(firstDay, number);
    const start = startOfDay(date, calendar);
    liveUntil(number === 0 ? person.admittedAt : plusHours(start, 6));
    const today = dayOf(care.journey, number);
    if (today === undefined) break;
    habits.flatMap((habit) => habit(today)).forEach((plan) => insert(planned, plan));
  }
  liveUntil(until);
  if (care.journey.status === 'not-opened') throw new Error(`${person.key} did not arrive`);
  return { person, journey: care.journey, until, events, refused };

  function dayOf(journey: Journey, number: number): Day | undefined {
    if (journey.status !== 'active') return undefined;
    const level = programme.levels[journey.stay.level];
    if (level === undefined) throw new Error(`${journey.stay.level} is no level of ${programme.id}`);
    const date = addDays(firstDay, number);
    const start = startOfDay(date, calendar);
    const dayOfStay = daysApart(localDate(journey.stay.since, calendar), date);
    const at = (hour: number) => plusHours(start, hour);
    const away = journey.leaves.some(({ ended }) => ended === undefined);
    return { person, programme, calendar, journey, level, date, number, dayOfStay, away, at };
  }
}

/** What is still done for somebody whose care has ended: late results, and what was left to do. */
const afterwards: readonly CommandType[] = [
  'CompleteTask',
  'RecordDrugTestResult',
  'ReviewDrugTest',
  'ArrangeMedicationContinuity',
];

/** Nothing is kept, and nobody wrote it: that it is sealed is enough. */
const sealed = (_text: string, field: string) => ({ sealed: `simulated.${field}` });
const fingerprint = (...parts: readonly string[]) => parts.join(' · ');

/** The earliest first; of the same moment the one that was planned first. */
function insert(planned: Plan[], plan: Plan): void {
  const later = planned.findIndex(({ at }) => at > plan.at);
  planned.splice(later === -1 ? planned.length : later, 0, plan);
}

function arrival(person: SimulatedPerson, { programme, calendar }: Setting): readonly Plan[] {
  const { key, entryLevel, ageGroup, referralSource, priority, requestedAt, admittedAt } = person;
  const actor = simulatedActor('coordinator');
  return [
    {
      at: requestedAt,
      key: 'open',
      actor,
      wish: {
        type: 'OpenEpisode',
        fields: {
          patientId: `simulated-person-${key}`,
          programme: { id: programme.id, version: programme.version },
          siteId: calendar.siteId,
          entryLevel,
          ageGroup,
          referralSource,
          ...(priority && { priority }),
        },
      },
    },
    {
      at: admittedAt,
      key: 'admit',
      actor,
      wish: { type: 'Admit', fields: { level: entryLevel, attendedAt: admittedAt } },
    },
  ];
}
