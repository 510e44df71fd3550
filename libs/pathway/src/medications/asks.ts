import type { OpenedJourney } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import type { Ask } from '../tasks/ask.ts';
import type { Task, TaskEnd } from '../tasks/state.ts';
import type { Instant } from '../time.ts';
import { endOf, isMoud } from './explains.ts';
import { missedDosesThatCount, missedInARow } from './missed-in-a-row.ts';
import type { Medication } from './state.ts';

/** What the medications for opioid use disorder ask of people while the person is in the episode (pathway §9). */
export function medicationAsks({ status, medications }: OpenedJourney, programme: Programme): readonly Ask[] {
  if (status === 'discharged') return [];
  return medications
    .filter((medication) => isMoud(medication, programme))
    .flatMap((medication) => [...missedDosesAsks(medication, programme), ...nextDoseAsk(medication, programme)]);
}

/**
 * Doses missed in a row: tolerance is lost, so the next one may not be given as before. Each further dose that is
 * recorded as missed asks again.
 */
function missedDosesAsks(medication: Medication, programme: Programme): readonly Ask[] {
  const enough = missedDosesThatCount(medication, programme);
  return missedInARow(medication, programme)
    .filter(({ doses, to }) => doses >= enough && goesOnAfter(medication, to))
    .map(({ from, knownAt, eventId }) => ({
      kind: 'missed-doses',
      role: 'prescriber',
      subject: aboutDose(medication, from),
      withinHours: programme.deadlines.sameDayHours,
      since: knownAt,
      cause: 'missed-doses',
      causedBy: eventId,
    }));
}

/** The dose that was arranged has been due: somebody finds out whether it was taken, and arranges the next. */
function nextDoseAsk(medication: Medication, programme: Programme): readonly Ask[] {
  const { nextDose } = medication;
  if (nextDose === undefined || !goesOnAfter(medication, nextDose.at) || wasMissed(medication, nextDose.at)) return [];
  return [
    {
      kind: 'next-dose-check',
      role: 'nurse',
      subject: aboutDose(medication, nextDose.at),
      withinHours: programme.deadlines.sameDayHours,
      since: nextDose.at,
      cause: 'next-dose',
    },
  ];
}

const aboutDose = ({ medicationId }: Medication, at: Instant): string => `${medicationId}.${at}`;

function goesOnAfter(medication: Medication, at: Instant): boolean {
  const end = endOf(medication);
  return end === undefined || end > at;
}

const wasMissed = ({ missedDoses = [] }: Medication, at: Instant): boolean =>
  missedDoses.some(({ from, to }) => from <= at && at <= to);

/** How a task about a dose ends once it is no longer asked for: by what was recorded, or because it is moot. */
export function medicationTaskSettled(
  journey: OpenedJourney,
  { kind, subject }: Task,
  programme: Programme,
): TaskEnd | undefined {
  const stands = medicationAsks(journey, programme).some((ask) => ask.kind === kind && ask.subject === subject);
  if (stands) return undefined;
  if (kind !== 'next-dose-check' || journey.status === 'discharged') return 'cancelled';
  const medication = journey.medications.find(({ medicationId }) => subject.startsWith(`${medicationId}.`));
  const at = medication && subject.slice(medication.medicationId.length + 1);
  if (medication === undefined || at === undefined || !goesOnAfter(medication, at)) return 'cancelled';
  // Another dose was arranged since, or this one is known as missed.
  return 'completed';
}
