import type { CapacityRow, WaitingListItem } from '@stepway/contracts';
import type { WaitingFilters } from './filters.ts';

/** A row with its number in its queue, from 1. */
export type Waiting = WaitingListItem & { readonly place: number };

/** Rows as the list gives them, in the order of the law; numbered in their queue before any filter. */
export function numbered(rows: readonly WaitingListItem[]): readonly Waiting[] {
  const seen = { applicants: 0, moves: 0 };
  return rows.map((row) => ({ ...row, place: ++seen[row.queue] }));
}

const fits = (
  { site, programme, level }: WaitingFilters,
  row: Pick<CapacityRow, 'siteId' | 'programme' | 'level'>,
): boolean =>
  (site === undefined || row.siteId === site) &&
  (programme === undefined || row.programme === programme) &&
  (level === undefined || row.level === level);

export const waitingShown = (rows: readonly Waiting[], filters: WaitingFilters): readonly Waiting[] =>
  rows.filter((row) => fits(filters, row) && (filters.view === undefined || row.queue === filters.view));

export const placesShown = (rows: readonly CapacityRow[], filters: WaitingFilters): readonly CapacityRow[] =>
  rows.filter((row) => fits(filters, row));

export const idOfPlaces = ({ siteId, programme, level }: CapacityRow): string => `${siteId}.${programme}.${level}`;

/** The clocks of the law that run for a person, the earliest end first. */
export function clocksOf(
  row: WaitingListItem,
): readonly { readonly clock: 'interim' | 'admit'; readonly at: string }[] {
  const interim = row.interimServicesAt === null ? row.interimServicesBy : null;
  return [
    ...(interim === null ? [] : [{ clock: 'interim', at: interim } as const]),
    ...(row.admitBy === null ? [] : [{ clock: 'admit', at: row.admitBy } as const]),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** An offer that still stands. */
export const standingOffer = ({ offer }: WaitingListItem, now: number) =>
  offer !== null && Date.parse(offer.keptUntil) > now ? offer : undefined;

export type Act = 'interim' | 'offer' | 'admit' | 'arrive' | 'decline' | 'close';

/**
 * What is done next: interim services where their clock runs; an arrival where a place is offered; else a place is
 * offered.
 */
export function nextAct(row: WaitingListItem, now: number): Act {
  if (standingOffer(row, now) !== undefined) return row.queue === 'applicants' ? 'admit' : 'arrive';
  return clocksOf(row)[0]?.clock === 'interim' ? 'interim' : 'offer';
}

/** What else can be done about it. */
export const otherActs = (row: WaitingListItem, now: number): readonly Act[] =>
  [
    'offer' as const,
    ...(row.queue === 'applicants' ? (['interim', 'admit', 'close'] as const) : (['arrive'] as const)),
    ...(standingOffer(row, now) === undefined ? [] : (['decline'] as const)),
  ].filter((act) => act !== nextAct(row, now));

export const commandOf = {
  interim: 'RecordInterimService',
  offer: 'OfferSlot',
  admit: 'Admit',
  arrive: 'CompleteHandOff',
  decline: 'DeclineSlot',
  close: 'CloseReferral',
} as const satisfies Record<Act, string>;

const dialogs = {
  interim: 'record-interim-service',
  offer: 'offer-slot',
  admit: 'admit',
  arrive: 'complete-hand-off',
  decline: 'decline-slot',
  close: 'close-referral',
} as const satisfies Record<Act, string>;

/** The dialog of an act, as it stands in the address. */
export function dialogOf(act: Act, { episodeId: of, transitionId, offer }: WaitingListItem) {
  const about = act === 'arrive' ? transitionId : act === 'decline' ? (offer?.slotId ?? null) : null;
  return { do: dialogs[act], of, ...(about !== null && { about }) };
}
