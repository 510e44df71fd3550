import type { ExternalEncounterKind } from '@stepway/pathway';
import type { FactTold } from '../message/drug-test-fact.ts';
import { stayId } from '../message/caller-id.ts';
import type { AskReason } from '../question.ts';
import { said, type Hl7Segment } from './segments.ts';
import type { SenderReading } from './sender.ts';
import { readHl7Time } from './time.ts';

/** PV1-2 (HL7 table 0004); null: no stay that a result could be judged by. */
const kinds: ReadonlyMap<string, ExternalEncounterKind | null> = new Map([
  ['I', 'hospital'],
  ['B', 'hospital'],
  ['E', 'emergency-department'],
  ['O', null],
  ['P', null],
  ['R', null],
  ['C', null],
  ['N', null],
]);

interface Given {
  readonly event: string;
  readonly evn: Hl7Segment | undefined;
  readonly pid: Hl7Segment;
  readonly pv1: Hl7Segment | undefined;
}

/**
 * The stay that an ADT message tells of; undefined where it tells of none. A stay or its end that is taken back is for
 * a person: it may have moved somebody, and only a person withdraws what was recorded.
 */
export function stayOf({ event, evn, pid, pv1 }: Given, { timeZone }: SenderReading): FactTold | undefined {
  const dead = hasDied(pid, pv1) ? [{ reason: 'death-told' } as const] : [];
  const kind = kinds.get(said(pv1, 2).toUpperCase());
  if (kind === null || pv1 === undefined) return dead.length > 0 ? { questions: dead } : undefined;
  const encounterId = kind && stayId(said(pv1, 19), kind);
  const happened = readHl7Time(said(evn, 6), timeZone);
  const from = readHl7Time(said(pv1, 44), timeZone) ?? (event === 'A01' ? happened : undefined);
  const to = readHl7Time(said(pv1, 45), timeZone) ?? (event === 'A03' ? happened : undefined);
  const asked: readonly AskReason[] = [
    ...(kind === undefined ? (['kind-of-stay-not-understood'] as const) : []),
    ...(kind !== undefined && encounterId === undefined ? (['no-visit-number'] as const) : []),
    ...(event === 'A11' ? (['stay-cancelled'] as const) : []),
    ...(event === 'A13' ? (['discharge-cancelled'] as const) : []),
    ...(isMoment(from) && (event !== 'A03' || isMoment(to)) ? [] : (['no-time-of-stay'] as const)),
  ];
  const about = encounterId === undefined ? {} : { about: encounterId };
  const questions = [...asked.map((reason) => ({ reason, ...about })), ...dead];
  if (asked.length > 0 || !kind || encounterId === undefined || from === undefined) return { questions };
  const body = { encounterId, kind, from, ...(isMoment(to) && { to }) };
  return { fact: { type: 'RecordExternalEncounter', body }, questions };
}

/** A day alone is no moment. */
const isMoment = (time: string | undefined): time is string => time !== undefined && time.length > 10;

/** PID-30, or a discharge that says so (PV1-36: 20 to 29, 40 to 42). */
const hasDied = (pid: Hl7Segment, pv1: Hl7Segment | undefined): boolean =>
  said(pid, 30).toUpperCase() === 'Y' || /^(2\d|4[0-2])$/.test(said(pv1, 36));
