import type { DayDose, DayMedication } from '@stepway/contracts';
import {
  endOf,
  isMoud,
  missedInARow,
  plusDays,
  plusHours,
  type Instant,
  type Medication,
  type OpenedJourney,
  type Programme,
  type Task,
} from '@stepway/pathway';
import { leaveKind } from '../leave-view.ts';
import { openTransition, transitionView } from '../transition-view.ts';
import { openAbout, openOf, type DoseItem } from './item.ts';

/** An end without anything after it is shown so many days before, and for so long after. */
const endsWithinDays = 3;
const endedForDays = 30;
/** Another medication that begins within so many hours of the end goes on from it. */
const goesOnWithinHours = 72;

/**
 * Which doses come, and where may the medication have a gap? Missed doses and ends count for medications for opioid use
 * disorder: for these a gap costs tolerance, and lives. An arranged dose counts for every medication.
 */
export function medicationItems(journey: OpenedJourney, programme: Programme): readonly DoseItem[] {
  const asked = continuity(journey, programme);
  if (journey.status === 'discharged') return asked;
  return [
    ...asked,
    ...journey.medications.flatMap((medication): readonly DoseItem[] => [
      ...nextDose(journey, medication, programme),
      ...(isMoud(medication, programme)
        ? [...missed(journey, medication, programme), ...ended(journey, medication, programme)]
        : []),
    ]),
  ];
}

/** The dose that was arranged; when its moment has passed, until somebody says that it was taken, or was not. */
function nextDose(journey: OpenedJourney, medication: Medication, programme: Programme): readonly DoseItem[] {
  const { nextDose: dose, medicationId, missedDoses = [] } = medication;
  if (dose === undefined || !goesOnAfter(medication, dose.at)) return [];
  if (missedDoses.some(({ from, to }) => from <= dose.at && dose.at <= to)) return [];
  const subject = `${medicationId}.${dose.at}`;
  const answered = journey.tasks.some(
    (task) => task.kind === 'next-dose-check' && task.subject === subject && task.state === 'completed',
  );
  if (answered) return [];
  const task = openAbout(journey, 'next-dose-check', subject);
  const when = { opensAt: dose.arrangedAt, dueAt: dose.at };
  return [{ ...row(journey, 'dose', [medication], programme), ...when, kind: 'dose', subject, task }];
}

/** Doses missed in a row, until the next one is arranged. */
function missed(journey: OpenedJourney, medication: Medication, programme: Programme): readonly DoseItem[] {
  const last = missedInARow(medication, programme).at(-1);
  if (last === undefined || !goesOnAfter(medication, last.to)) return [];
  if (medication.nextDose !== undefined && medication.nextDose.arrangedAt > last.knownAt) return [];
  const subject = `${medication.medicationId}.${last.from}`;
  const task = openAbout(journey, 'missed-doses', subject);
  const when = { opensAt: last.knownAt, dueAt: task?.dueAt ?? last.to };
  return [{ ...row(journey, 'missed', [medication], programme), ...when, kind: 'missed', subject, task }];
}

/** It ends, or ended, and nothing goes on after it. */
function ended(journey: OpenedJourney, medication: Medication, programme: Programme): readonly DoseItem[] {
  const at = endOf(medication);
  if (at === undefined) return [];
  const goesOn = journey.medications.some(
    (other) =>
      other !== medication &&
      isMoud(other, programme) &&
      other.from <= plusHours(at, goesOnWithinHours) &&
      goesOnAfter(other, at),
  );
  if (goesOn) return [];
  const known = medication.endedAt === undefined ? plusDays(at, -endsWithinDays) : at;
  const when = { opensAt: known, dueAt: at, closesAt: plusDays(at, endedForDays) };
  return [
    {
      ...row(journey, 'ended', [medication], programme),
      ...when,
      kind: 'ended',
      subject: medication.medicationId,
    },
  ];
}

/** Moves, returns and discharges in which the medication must not stop. */
const continuity = (journey: OpenedJourney, programme: Programme): readonly DoseItem[] =>
  openOf(journey, ['medication-continuity', 'medication-bridge', 'moud-same-day', 'medication-list']).map((task) => {
    const { kind, subject, openedAt: opensAt, dueAt } = task;
    const open = openTransition(journey);
    const move = open?.transitionId === subject ? transitionView(open) : null;
    const item = row(journey, 'continuity', goingOn(journey, task, programme), programme, move);
    return { ...item, kind, subject, opensAt, dueAt, task };
  });

const goingOn = ({ medications }: OpenedJourney, { openedAt }: Task, programme: Programme): readonly Medication[] =>
  medications.filter((medication) => isMoud(medication, programme) && goesOnAfter(medication, openedAt));

function goesOnAfter(medication: Medication, at: Instant): boolean {
  const until = endOf(medication);
  return until === undefined || until > at;
}

const row = (
  journey: OpenedJourney,
  state: DoseItem['state'],
  medications: readonly Medication[],
  programme: Programme,
  move: DayDose['move'] = null,
) =>
  ({
    list: 'medication',
    state,
    rest: { medications: medications.map((one) => view(one, programme)), move, leave: leaveKind(journey) },
  }) as const;

function view(medication: Medication, programme: Programme): DayMedication {
  const { medicationId, medication: code, kind, from, nextDose: dose } = medication;
  const last = missedInARow(medication, programme).at(-1);
  return {
    medicationId,
    medication: code,
    kind,
    from,
    until: endOf(medication) ?? null,
    nextDoseAt: dose?.at ?? null,
    missed: last === undefined ? null : { from: last.from, to: last.to, doses: last.doses },
  };
}
