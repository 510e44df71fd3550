import { queryRoutes, type QueryName } from '@stepway/contracts';

/** What a question cannot do without. */
const needed: { readonly [Name in QueryName]?: Readonly<Record<string, string>> } = {
  patients: { query: 'ada' },
  tests: { state: 'today' },
  medications: { state: 'to-check' },
  followUps: { state: 'contact' },
  roster: { site: 'main', group: 'cbt-triggers', startsAt: '2026-11-20T09:00:00Z' },
};

/** The address of a question about these, with the least that it asks for. */
export function addressOf(
  name: QueryName,
  of: { readonly patientId: string; readonly episodeId: string; readonly messageId?: string },
  more: Readonly<Record<string, string>> = {},
): string {
  const places = { ...of, partnerId: 'recovery-housing', id: 'standard-four', version: '1' };
  const path = Object.entries(places).reduce<string>(
    (filled, [place, value]) => filled.replace(`{${place}}`, value),
    queryRoutes[name].path,
  );
  const whose = name === 'disclosures' && { patientId: of.patientId };
  const search = new URLSearchParams({ ...needed[name], ...whose, ...more });
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}
