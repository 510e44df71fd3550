import { staffRoles, type OnCallView, type SiteView, type StaffView } from '@stepway/contracts';

type Role = OnCallView['role'];

/** Who is called for one role at one site; also where nobody is named. */
export type Order = OnCallView;

/** These are never asked at once: whose order was said all the same is shown. */
const neverAsked: readonly Role[] = ['privacy-officer', 'administrator'];

export const idOfOrder = ({ siteId, role }: Order): string => `${siteId}.${role}`;
export const hasEnded = ({ until }: Pick<Order, 'until'>, now: number): boolean =>
  until !== null && Date.parse(until) <= now;

/** Every role of every site, in the order of the sites and of the roles; where nothing is said, nobody. */
export function ordersOf(sites: Iterable<SiteView>, said: readonly OnCallView[]): readonly Order[] {
  return [...sites].flatMap(({ siteId }) =>
    staffRoles.flatMap((role) => {
      const order = said.find((one) => one.siteId === siteId && one.role === role);
      if (order !== undefined) return [order];
      return neverAsked.includes(role) ? [] : [{ siteId, role, staffIds: [], until: null }];
    }),
  );
}

/** Those of a site, or of all; where something is typed, those with somebody of this name. */
export function ordersShown(
  orders: readonly Order[],
  { site, name }: { readonly site: string | undefined; readonly name: string },
  staffName: (staffId: string) => string,
): readonly Order[] {
  const typed = name.trim().toLowerCase();
  return orders.filter(
    ({ siteId, staffIds }) =>
      (site === undefined || siteId === site) &&
      (typed === '' || staffIds.some((staffId) => staffName(staffId).toLowerCase().includes(typed))),
  );
}

/** Who may still be named: active, with the role, at the site, and not named yet; by name. */
export function candidates(
  staff: Iterable<StaffView>,
  { siteId, role }: Order,
  named: readonly string[],
): readonly StaffView[] {
  return [...staff]
    .filter(
      ({ staffId, active, roles, sites }) =>
        active && roles.includes(role) && (sites === null || sites.includes(siteId)) && !named.includes(staffId),
    )
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** The same people with one of them called so many places earlier (-1) or later (1). */
export function moved(staffIds: readonly string[], staffId: string, by: -1 | 1): readonly string[] {
  const from = staffIds.indexOf(staffId);
  const to = from + by;
  if (from === -1 || to < 0 || to >= staffIds.length) return staffIds;
  const others = staffIds.filter((one) => one !== staffId);
  return [...others.slice(0, to), staffId, ...others.slice(to)];
}

export const sameOrder = (a: Order, b: Order): boolean =>
  a.until === b.until && a.staffIds.join(' ') === b.staffIds.join(' ');

/** What cannot be sent as it is: a moment that is none, or has passed. Without anybody it says nothing. */
export function wrongUntil(wall: string, instant: string, now: number): 'noMoment' | 'passed' | undefined {
  if (wall === '' || wall === 'T') return undefined;
  if (Number.isNaN(Date.parse(instant))) return 'noMoment';
  return Date.parse(instant) <= now ? 'passed' : undefined;
}
