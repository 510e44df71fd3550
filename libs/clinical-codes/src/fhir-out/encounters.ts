import type { Attendance, ExternalEncounterKind, Session, Stay } from '@stepway/pathway';
import { mayKnowEnd, mayKnowMoves } from './episode.ts';
import {
  numbered,
  ourConcept,
  period,
  referenceTo,
  subjectOf,
  type Coding,
  type Told,
  type Telling,
  type R4Resource,
  named,
} from './form.ts';

const actCode = (code: string): Coding => ({ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code });

/** Times at a level, what the person came to, and care that others gave. */
export const encounters = (telling: Telling): readonly Told[] => [
  ...stays(telling),
  ...sessions(telling),
  ...elsewhere(telling),
];

function stays(telling: Telling): readonly Told[] {
  const { journey, may } = telling;
  if (!may('Admitted', 'level')) return [];
  const stays = mayKnowMoves(telling) ? journey.stays : journey.stays.slice(0, 1);
  return stays.map((stay, at) => stayTold(telling, stay, at));
}

function stayTold(telling: Telling, { level, since, until }: Stay, at: number): Told {
  const { journey, ids, roundTheClock } = telling;
  // The last stay of somebody who left ends with that: who may not know of the end is not told that it goes on either.
  // Nor is who may not know of moves, where the first of several stays is all that they are told.
  const open = (at === journey.stays.length - 1 && !mayKnowEnd(telling)) || !mayKnowMoves(telling);
  const end = open ? undefined : until;
  const status = open ? 'unknown' : until === undefined ? 'in-progress' : 'finished';
  const type = ourConcept('level-of-care', level);
  const encounterClass = actCode(roundTheClock(level) ? 'IMP' : 'AMB');
  const resource: R4Resource = {
    ...named(telling, 'Encounter', `stay ${at + 1}`),
    ...{ status, class: encounterClass },
    type: [type],
    ...subjectOf(telling),
    episodeOfCare: [referenceTo('EpisodeOfCare', ids.episode)],
    period: period(since, end),
  };
  return {
    ...{ resource, by: 'Admitted', keys: [stayKey] },
    found: { status, type: type.coding, class: [encounterClass], date: period(since, end) },
  };
}

/** Stays change with what begins and ends them, whatever ids those have. */
export const stayKey = 'stays';

const attended = {
  attended: 'finished',
  late: 'finished',
  missed: 'cancelled',
  excused: 'cancelled',
  'cancelled-by-site': 'cancelled',
} as const satisfies Readonly<Record<Attendance, string>>;

function sessions(telling: Telling): readonly Told[] {
  const { journey, may } = telling;
  return may('SessionRecorded') ? journey.sessions.map((session) => sessionTold(telling, session)) : [];
}

function sessionTold(telling: Telling, { sessionId, sessionType, startedAt, minutes, attendance }: Session): Told {
  const { ids, may } = telling;
  const status = attended[attendance];
  const end = new Date(Date.parse(startedAt) + minutes * 60_000).toISOString();
  const type = [
    ...(may('SessionRecorded', 'sessionType') ? [ourConcept('session-type', sessionType)] : []),
    ...(may('SessionRecorded', 'attendance') ? [ourConcept('attendance', attendance)] : []),
  ];
  const dates = period(startedAt, end);
  const ambulatory = actCode('AMB');
  const resource: R4Resource = {
    ...named(telling, 'Encounter', `session ${sessionId}`),
    ...numbered(telling, 'session', sessionId),
    ...{ status, class: ambulatory, ...(type.length > 0 && { type }) },
    ...subjectOf(telling),
    ...(may('EpisodeOpened') && { episodeOfCare: [referenceTo('EpisodeOfCare', ids.episode)] }),
    period: dates,
  };
  const found = { status, type: type.flatMap((one) => one.coding), class: [ambulatory], date: dates };
  return { resource, by: 'SessionRecorded', keys: [sessionId], found };
}

const classes = {
  'emergency-department': 'EMER',
  hospital: 'IMP',
  procedure: 'AMB',
  'overdose-reversal': 'FLD',
} as const satisfies Readonly<Record<ExternalEncounterKind, string>>;

function elsewhere(telling: Telling): readonly Told[] {
  const { journey, may } = telling;
  if (!may('ExternalEncounterRecorded')) return [];
  return journey.externalEncounters.map(({ encounterId, kind, from, to }): Told => {
    // Without an end it is not known whether the person is still there.
    const status = to === undefined ? 'unknown' : 'finished';
    const [encounterClass, type] = [actCode(classes[kind]), ourConcept('external-encounter', kind)];
    const dates = period(from, to);
    const resource: R4Resource = {
      ...named(telling, 'Encounter', `elsewhere ${encounterId}`),
      ...numbered(telling, 'encounter', encounterId),
      ...{ status, class: encounterClass, type: [type] },
      ...subjectOf(telling),
      period: dates,
    };
    const found = { status, type: type.coding, class: [encounterClass], date: dates };
    return { resource, by: 'ExternalEncounterRecorded', keys: [encounterId], found };
  });
}
