import { ChangeStaff, NewStaff, type StaffView } from '@stepway/contracts';
import type { ProblemError } from '../../api/request.ts';

/** What the form holds: lists are empty where the entry says "all". */
export interface Entry {
  readonly staffId: string;
  readonly name: string;
  readonly roles: StaffView['roles'];
  readonly sites: string[];
  readonly programmes: string[];
  readonly subject: string;
  readonly active: boolean;
}

export const entryOf = (person: StaffView | undefined): Entry => ({
  staffId: person?.staffId ?? '',
  name: person?.name ?? '',
  roles: person?.roles ?? [],
  sites: person?.sites ?? [],
  programmes: person?.programmes ?? [],
  subject: person?.subject ?? '',
  active: person?.active ?? true,
});

const allIfEmpty = (items: string[]) => (items.length === 0 ? null : items);

/** The entry as it is sent. */
export const newStaffOf = ({ staffId, name, roles, sites, programmes, subject }: Entry): NewStaff => ({
  ...{ staffId, name, roles },
  sites: allIfEmpty(sites),
  programmes: allIfEmpty(programmes),
  ...(subject !== '' && { subject }),
});

export const changeOf = ({ staffId, subject, ...entry }: Entry): ChangeStaff => ({
  ...entry,
  sites: allIfEmpty(entry.sites),
  programmes: allIfEmpty(entry.programmes),
  subject: subject === '' ? staffId : subject,
});

/** The fields that cannot be sent as they are. */
export function wrongIn(entry: Entry, isNew: boolean): ReadonlySet<string> {
  const parsed = isNew ? NewStaff.safeParse(newStaffOf(entry)) : ChangeStaff.safeParse(changeOf(entry));
  return new Set(parsed.error?.issues.map(({ path: [field] }) => String(field)));
}

/** The fields that the server did not take. */
export const refusedIn = ({ problem }: ProblemError): ReadonlySet<string> =>
  new Set(problem.errors?.flatMap(({ pointer }) => pointer.split('/')[1] ?? []));
