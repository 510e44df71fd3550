import type { OpenedJourney } from '../journey.ts';
import { endOf, moudTaken } from '../medications/explains.ts';
import type { Programme } from '../programme/programme.ts';
import type { Ask } from '../tasks/ask.ts';
import type { Task, TaskEnd } from '../tasks/state.ts';
import { plusHours } from '../time.ts';
import type { DischargeOnRecord } from './state.ts';

/** The discharge that stands: none before it, of a referral that was closed, nor once the person is back. */
export const presentDischarge = (journey: OpenedJourney): DischargeOnRecord | undefined =>
  journey.status === 'discharged' ? journey.discharges.at(-1) : undefined;

/** The discharges of an episode are counted, so that what is asked after one is not taken for asked after the next. */
export const dischargeId = ({ episodeId, discharges }: OpenedJourney): string =>
  `${episodeId}.discharge-${discharges.length}`;

/**
 * What the end of care asks of people: contact after a patient-directed discharge, at 24 and at 72 hours (pathway §8;
 * clinical-reference §4), and the next dose of whoever takes a medication for opioid use disorder, for tolerance is
 * lost in days. Contacts follow one another: the later is asked for when the time of the earlier has come.
 */
export function afterDischargeAsks(journey: OpenedJourney, programme: Programme): readonly Ask[] {
  const discharge = presentDischarge(journey);
  if (discharge === undefined) return [];
  const { patientDirected, recordedAt, eventId } = discharge;
  const id = dischargeId(journey);
  const hours = patientDirected ? programme.discharge.patientDirectedContactHours : [];
  const contacts = hours.map((hour, index): Ask => {
    const before = hours[index - 1] ?? 0;
    return {
      kind: 'patient-directed-contact',
      role: 'coordinator',
      subject: `${id}.contact-${hour}-h`,
      withinHours: hour - before,
      since: plusHours(recordedAt, before),
      ...(before > 0 && { cause: 'patient-directed-contact' }),
      causedBy: eventId,
    };
  });
  if (!needsBridge(journey, discharge, programme)) return contacts;
  const { sameDayHours } = programme.deadlines;
  const bridge: Ask = {
    kind: 'medication-bridge',
    role: 'nurse',
    subject: id,
    withinHours: sameDayHours,
    since: recordedAt,
    causedBy: eventId,
  };
  return [...contacts, bridge];
}

/** Somebody left who takes a medication for opioid use disorder, and no further dose is arranged. */
function needsBridge(journey: OpenedJourney, { at, medicationBridge }: DischargeOnRecord, programme: Programme) {
  if (medicationBridge === 'done' || medicationBridge === 'declined') return false;
  return goingOn(journey, at, programme).some(({ nextDose }) => nextDose === undefined || nextDose.at <= at);
}

const goingOn = (journey: OpenedJourney, at: string, programme: Programme) =>
  moudTaken(journey, programme, at).filter((medication) => endOf(medication) === undefined);

/** Somebody spoke with the person since it was asked. */
const wasReached = ({ outreach, discharges }: OpenedJourney, { openedAt }: Task): boolean =>
  outreach.some(
    ({ reached, at, recordedAt }) => reached && recordedAt >= openedAt && discharges.every((left) => at >= left.at),
  );

export function afterDischargeTask(journey: OpenedJourney, task: Task, programme: Programme): TaskEnd | undefined {
  const { kind, subject } = task;
  if (kind === 'patient-directed-contact' && wasReached(journey, task)) return 'completed';
  const asks = afterDischargeAsks(journey, programme);
  if (asks.some((ask) => ask.kind === kind && ask.subject === subject)) return undefined;
  const discharge = presentDischarge(journey);
  const arranged =
    kind === 'medication-bridge' && discharge !== undefined && goingOn(journey, discharge.at, programme).length > 0;
  return arranged ? 'completed' : 'cancelled';
}
