import type { Medication, Task } from '@stepway/pathway';
import {
  numbered,
  ourConcept,
  period,
  referenceTo,
  subjectOf,
  type Period,
  type Told,
  type Telling,
  type R4Resource,
  named,
} from './form.ts';

/** What the person is given, as it was told here. */
export function medicationStatements(telling: Telling): readonly Told[] {
  const { journey, may } = telling;
  return may('MedicationRecorded', 'medication') ? journey.medications.map((one) => statement(telling, one)) : [];
}

function statement(telling: Telling, { medicationId, medication, from, to, endedAt, kind }: Medication): Told {
  const { may } = telling;
  const end = (may('MedicationEnded') ? endedAt : undefined) ?? to;
  // The moment of the journey's last event: nothing here asks what the time is.
  const status = end !== undefined && end <= telling.journey.recordedAt ? 'completed' : 'active';
  const code = ourConcept('formulary', medication);
  const dates = period(from, end);
  const resource: R4Resource = {
    ...named(telling, 'MedicationStatement', medicationId),
    ...{ status },
    ...numbered(telling, 'medication', medicationId),
    ...(may('MedicationRecorded', 'kind') && { category: ourConcept('medication-kind', kind) }),
    medicationCodeableConcept: code,
    ...subjectOf(telling),
    effectivePeriod: dates,
  };
  const found = { status, code: code.coding, date: dates };
  return { resource, by: 'MedicationRecorded', keys: [medicationId], found };
}

/** What somebody is asked to do. */
export function tasks(telling: Telling): readonly Told[] {
  const { journey, may } = telling;
  return may('TaskOpened') ? journey.tasks.map((task) => taskTold(telling, task)) : [];
}

function taskTold(telling: Telling, { taskId, kind, role, openedAt, dueAt, state, endedAt, owner }: Task): Told {
  const { ids } = telling;
  const status = state === 'open' ? (owner === undefined ? 'requested' : 'accepted') : state;
  const code = ourConcept('task', kind);
  const dates = period(openedAt, endedAt);
  const resource: R4Resource = {
    ...named(telling, 'Task', taskId),
    ...numbered(telling, 'task', taskId),
    ...{ status, intent: 'order', code, for: referenceTo('Patient', ids.patient) },
    focus: referenceTo('EpisodeOfCare', ids.episode),
    ...{ executionPeriod: dates, authoredOn: openedAt },
    ...(endedAt !== undefined && { lastModified: endedAt }),
    performerType: [ourConcept('role', role)],
    ...(owner && {
      owner: { identifier: { system: 'https://stepway.dev/fhir/identifier/staff', value: owner.staffId } },
    }),
    restriction: { period: { end: dueAt } },
  };
  return { resource, by: 'TaskOpened', keys: [taskId], found: { status, code: code.coding, date: dates } };
}

/** What whoever meets the person has to know: a crisis that nobody has resolved, and holds. */
export function flags(telling: Telling): readonly Told[] {
  const { journey, may } = telling;
  const crises = may('CrisisRaised', 'kind')
    ? journey.crises.map(({ crisisId, kind, raisedAt, resolved }) =>
        flag(telling, { key: crisisId, of: 'crisis', code: kind, dates: period(raisedAt, resolved?.at) }),
      )
    : [];
  const holds = may('HoldPlaced')
    ? journey.holds.map(({ holdId, placedAt, endedAt }) =>
        flag(telling, { key: holdId, of: 'hold', code: 'hold', dates: period(placedAt, endedAt) }),
      )
    : [];
  return [...crises, ...holds];
}

interface Flagged {
  readonly key: string;
  readonly of: 'crisis' | 'hold';
  readonly code: string;
  readonly dates: Period;
}

function flag(telling: Telling, { key, of, code, dates }: Flagged): Told {
  const status = dates.end === undefined ? 'active' : 'inactive';
  const what = ourConcept(of, code);
  const category = {
    coding: [
      {
        system: 'http://terminology.hl7.org/CodeSystem/flag-category',
        code: of === 'crisis' ? 'safety' : 'admin',
      },
    ],
  };
  const resource: R4Resource = {
    ...named(telling, 'Flag', `${of} ${key}`),
    ...{ status },
    ...numbered(telling, of, key),
    ...{ category: [category], code: what },
    ...subjectOf(telling),
    period: dates,
  };
  return {
    ...{ resource, by: of === 'crisis' ? 'CrisisRaised' : 'HoldPlaced', keys: [key] },
    found: { status, code: what.coding, category: category.coding, date: dates },
  };
}
