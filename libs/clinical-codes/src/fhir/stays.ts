import { Instant } from '@stepway/contracts';
import type { ExternalEncounterKind } from '@stepway/pathway';
import { stayId } from '../message/caller-id.ts';
import type { FactTold } from '../message/drug-test-fact.ts';
import type { AskReason } from '../question.ts';
import type { Encounter } from './shapes.ts';

/** HL7 v3 ActCode of an encounter's class; whatever else it is, a person came and went. */
const kinds: ReadonlyMap<string, ExternalEncounterKind> = new Map([
  ['IMP', 'hospital'],
  ['ACUTE', 'hospital'],
  ['NONAC', 'hospital'],
  ['OBSENC', 'hospital'],
  ['SS', 'hospital'],
  ['EMER', 'emergency-department'],
]);
const takenBack: readonly Encounter['status'][] = ['cancelled', 'entered-in-error'];

/** The stay that an Encounter tells of; undefined where it tells of none. */
export function stayOf(encounter: Encounter): FactTold | undefined {
  const kind = kinds.get(encounter.class.code?.toUpperCase() ?? '');
  if (kind === undefined || encounter.status === 'planned') return undefined;
  const encounterId = stayId(encounter.identifier[0]?.value ?? encounter.id ?? '', kind);
  const from = momentOf(encounter.period?.start);
  const to = momentOf(encounter.period?.end);
  const asked: readonly AskReason[] = [
    ...(encounterId === undefined ? (['no-visit-number'] as const) : []),
    ...(takenBack.includes(encounter.status) ? (['stay-cancelled'] as const) : []),
    ...(encounter.status === 'unknown' ? (['status-not-understood'] as const) : []),
    ...(from === undefined || (to === undefined && encounter.status === 'finished')
      ? (['no-time-of-stay'] as const)
      : []),
  ];
  const about = encounterId === undefined ? {} : { about: encounterId };
  const questions = asked.map((reason) => ({ reason, ...about }));
  if (asked.length > 0 || encounterId === undefined || from === undefined) return { questions };
  const body = { encounterId, kind, from, ...(to !== undefined && { to }) };
  return { fact: { type: 'RecordExternalEncounter', body }, questions };
}

/** A day alone is no moment. */
const momentOf = (written: string | undefined): string | undefined => Instant.safeParse(written).data;
