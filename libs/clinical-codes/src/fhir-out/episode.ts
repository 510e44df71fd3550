import type { OpenedJourney } from '@stepway/pathway';
import {
  coding,
  concept,
  numbered,
  ourConcept,
  period,
  referenceTo,
  type Told,
  type Telling,
  type R4Resource,
  named,
} from './form.ts';

const masked = [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' }] as const;

const statuses = { referred: 'planned', active: 'active', discharged: 'finished' } as const;

/** Whether whoever asks may know that it is over: an end that may not be told is not denied either, but left open. */
export const mayKnowEnd = ({ journey, may }: Telling): boolean =>
  journey.status !== 'discharged' || may(endedBy(journey));

/** Whether whoever asks may know of each stay, and which is the last: those after the first were begun by a move. */
export const mayKnowMoves = ({ journey, may }: Telling): boolean =>
  journey.stays.length <= 1 || may('TransitionCompleted', 'to');

const endedBy = ({ discharges }: OpenedJourney) => (discharges.length > 0 ? 'EpisodeDischarged' : 'ReferralClosed');

export function episodeOfCare(telling: Telling): Told {
  const { journey, ids, may } = telling;
  const over = journey.status === 'discharged' && mayKnowEnd(telling);
  const status = mayKnowEnd(telling) ? statuses[journey.status] : undefined;
  const ended = over ? journey.dischargedAt : undefined;
  const [reason] = over && may(endedBy(journey), 'reasonCode') ? [journey.reasonCode] : [];
  const level =
    journey.status === 'active' && may('Admitted', 'level') && mayKnowMoves(telling) ? journey.stay.level : undefined;
  const programme = telling.numbers ? [ourConcept('programme', journey.programme.id)] : [];
  const type = [...programme, ...(level === undefined ? [] : [ourConcept('level-of-care', level)])];
  const resource: R4Resource = {
    resourceType: 'EpisodeOfCare',
    id: ids.episode,
    ...numbered(telling, 'episode', journey.episodeId),
    ...(reason !== undefined && {
      extension: [
        { url: 'https://stepway.dev/fhir/discharge-reason', valueCodeableConcept: ourConcept('end-reason', reason) },
      ],
    }),
    ...(status === undefined ? { _status: { extension: masked } } : { status }),
    ...(type.length > 0 && { type }),
    patient: referenceTo('Patient', ids.patient),
    ...(may('EpisodeOpened', 'siteId') && {
      managingOrganization: {
        identifier: { system: 'https://stepway.dev/fhir/identifier/site', value: journey.siteId },
      },
    }),
    period: period(journey.openedAt, ended),
  };
  return {
    resource,
    by: 'EpisodeOpened',
    keys: [],
    found: {
      ...(status !== undefined && { status }),
      type: type.flatMap((one) => one.coding),
      date: period(journey.openedAt, ended),
    },
  };
}

/** The plan of care: what was agreed as goals, and after treatment the parts of the aftercare. */
export function carePlan(telling: Telling): readonly Told[] {
  const { journey, ids, may } = telling;
  const goals = goalsToTell(telling).filter(({ state }) => state !== 'withdrawn');
  const aftercare = may('AftercarePlanSet', 'parts') ? journey.aftercarePlans.at(-1) : undefined;
  if (goals.length === 0 && aftercare === undefined) return [];
  const over = journey.status === 'discharged' && mayKnowEnd(telling);
  const status = mayKnowEnd(telling) ? (over ? 'completed' : 'active') : 'unknown';
  const category = concept(
    { system: 'http://snomed.info/sct', code: '734163000', display: 'Care plan' },
    coding('plan', 'care-pathway'),
  );
  const dates = period(journey.openedAt, over ? journey.dischargedAt : undefined);
  const resource: R4Resource = {
    ...named(telling, 'CarePlan', 'plan'),
    ...{ status, intent: 'plan', category: [category] },
    subject: referenceTo('Patient', ids.patient),
    period: dates,
    ...(goals.length > 0 && { goal: goals.map(({ goalId }) => referenceTo('Goal', ids.of('Goal', goalId))) }),
    ...(aftercare && {
      activity: aftercare.parts.map(({ part, everyDays }) => ({
        detail: {
          ...{ status: 'in-progress', code: ourConcept('aftercare-part', part) },
          ...(everyDays !== undefined && {
            scheduledTiming: { repeat: { frequency: 1, period: everyDays, periodUnit: 'd' } },
          }),
        },
      })),
    }),
  };
  const by = goals.length > 0 ? 'GoalsSet' : 'AftercarePlanSet';
  return [{ resource, by, keys: [], found: { status, category: category.coding, date: dates } }];
}

const changedBy = { achieved: 'GoalCompleted', withdrawn: 'GoalWithdrawn' } as const;
/** A goal that is open no longer is told only to who may know that: to say that it still is would be false. */
const goalsToTell = ({ journey, may }: Telling): OpenedJourney['goals'] =>
  may('GoalsSet', 'goals') ? journey.goals.filter(({ state }) => state === 'open' || may(changedBy[state])) : [];

const lifecycle = { open: 'active', achieved: 'completed', withdrawn: 'cancelled' } as const;

/** What was agreed with the person; their own words stay where they are. */
export function goals(telling: Telling): readonly Told[] {
  const { ids } = telling;
  return goalsToTell(telling).map((goal): Told => {
    const { goalId, domain, state, setAt, completedAt, withdrawnAt } = goal;
    const status = lifecycle[state];
    const changedAt = completedAt ?? withdrawnAt;
    const achievement = state === 'withdrawn' ? undefined : state === 'achieved' ? 'achieved' : 'in-progress';
    const category = ourConcept('goal-domain', domain);
    const resource: R4Resource = {
      ...named(telling, 'Goal', goalId),
      ...{ lifecycleStatus: status },
      ...numbered(telling, 'goal', goalId),
      ...(achievement && {
        achievementStatus: concept({
          system: 'http://terminology.hl7.org/CodeSystem/goal-achievement',
          code: achievement,
        }),
      }),
      category: [category],
      description: category,
      subject: referenceTo('Patient', ids.patient),
      startDate: setAt.slice(0, 10),
      ...(changedAt !== undefined && { statusDate: changedAt.slice(0, 10) }),
    };
    const found = { status, category: category.coding, date: period(setAt, changedAt ?? setAt) };
    return { resource, by: 'GoalsSet', keys: [goalId], found };
  });
}
