import type { ChangeStaff, NewStaff, OnCallView, StaffView, TeamView } from '@stepway/contracts';
import type pg from 'pg';

/** One of the staff with all that the directory knows. */
export type StaffEntry = StaffView & { readonly subject: string; readonly version: string };

export type Added =
  | { readonly outcome: 'added' | 'known'; readonly entry: StaffEntry }
  /** The staff id, or the subject, is another's. */
  | { readonly outcome: 'taken' };

/** Who works here, as what, and where; also those who have left. */
export interface Directory {
  staff(query?: StaffQuery): Promise<readonly StaffEntry[]>;
  /** Whom the sign-in provider means, also when no longer active. */
  withSubject(subject: string): Promise<StaffEntry | undefined>;
  add(entry: NewStaff, by: string): Promise<Added>;
  /**
   * @param ifAt the version that the entry must be at; left out: at any
   * @returns `taken` if the subject is another's, `moved-on` if it is at another version; undefined if there is no such
   * entry
   */
  change(
    staffId: string,
    entry: ChangeStaff,
    by: string,
    ifAt?: string,
  ): Promise<StaffEntry | 'taken' | 'moved-on' | undefined>;
  teams(): Promise<readonly TeamView[]>;
  /** A team without members is no more. */
  setTeam(team: TeamView, by: string): Promise<void>;
  onCall(): Promise<readonly OnCallView[]>;
  /** Without anybody, nobody is on call there by name. */
  setOnCall(order: OnCallView, by: string): Promise<void>;
}

interface StaffQuery {
  readonly siteIds?: readonly string[] | undefined;
  readonly roles?: readonly string[] | undefined;
  readonly active?: boolean | undefined;
  /** The staff id to go on after. */
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

// Of two changes the second waits for the first, and has a later moment.
const version = `(extract(epoch FROM changed_at) * 1000000)::bigint::text`;
const columns = `staff_id AS "staffId", subject, name, roles, sites, programmes, active, ${version} AS version`;
const staffSql = `
SELECT ${columns} FROM directory.staff
WHERE ($1::text[] IS NULL OR sites IS NULL OR sites && $1) AND ($2::text[] IS NULL OR roles && $2)
  AND ($3::boolean IS NULL OR active = $3) AND ($4::text IS NULL OR staff_id > $4)
ORDER BY staff_id LIMIT $5`;
const subjectSql = `SELECT ${columns} FROM directory.staff WHERE subject = $1`;
const knownSql = `SELECT ${columns} FROM directory.staff WHERE staff_id = $1`;
const addSql = `
INSERT INTO directory.staff (staff_id, subject, name, roles, sites, programmes, changed_by)
VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING ${columns}`;
const changeSql = `
UPDATE directory.staff SET subject = $2, name = $3, roles = $4, sites = $5, programmes = $6, active = $8,
  changed_by = $7, changed_at = clock_timestamp()
WHERE staff_id = $1 AND ($9::text IS NULL OR ${version} = $9)
  AND NOT EXISTS (SELECT FROM directory.staff other WHERE other.subject = $2 AND other.staff_id <> $1)
RETURNING ${columns}`;
const setTeamSql = `
INSERT INTO directory.team (team_id, title, site_id, staff_ids, changed_by) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (team_id) DO UPDATE SET title = $2, site_id = $3, staff_ids = $4, changed_by = $5, changed_at = clock_timestamp()`;

const setOnCallSql = `
INSERT INTO directory.on_call (site_id, role, staff_ids, until, changed_by) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (site_id, role) DO UPDATE
SET staff_ids = $3, until = $4, changed_by = $5, changed_at = clock_timestamp()`;
const onCallSql = `
SELECT site_id AS "siteId", role, staff_ids AS "staffIds", until FROM directory.on_call
WHERE staff_ids <> '{}' ORDER BY site_id, role`;

type OnCallRow = Omit<OnCallView, 'until'> & { readonly until: Date | null };

export function createDirectory(pool: pg.Pool): Directory {
  const one = async (name: string, text: string, values: readonly unknown[]): Promise<StaffEntry | undefined> =>
    (await pool.query<StaffEntry>({ name: `directory.${name}`, text, values: [...values] })).rows[0];
  const known = (staffId: string) => one('known', knownSql, [staffId]);

  return {
    staff: async ({ siteIds, roles, active, after, limit } = {}) => {
      const values = [siteIds ?? null, roles ?? null, active ?? null, after ?? null, limit ?? null];
      return (await pool.query<StaffEntry>({ name: 'directory.staff', text: staffSql, values })).rows;
    },
    withSubject: (subject) => one('subject', subjectSql, [subject]),
    add: async (entry, by) => {
      const { staffId, subject = staffId, name, roles, sites, programmes } = entry;
      const added = await one('add', addSql, [staffId, subject, name, roles, sites, programmes, by]);
      if (added !== undefined) return { outcome: 'added', entry: added };
      const there = await known(staffId);
      return there !== undefined && says(there, { ...entry, subject })
        ? { outcome: 'known', entry: there }
        : { outcome: 'taken' };
    },
    change: async (staffId, { subject, name, roles, sites, programmes, active }, by, ifAt) => {
      const values = [staffId, subject, name, roles, sites, programmes, by, active, ifAt ?? null];
      const changed = await one('change', changeSql, values);
      if (changed !== undefined) return changed;
      const there = await known(staffId);
      if (there === undefined) return undefined;
      return ifAt === undefined || there.version === ifAt ? 'taken' : 'moved-on';
    },
    teams: async () =>
      (
        await pool.query<TeamView>({
          name: 'directory.teams',
          text: `SELECT team_id AS "teamId", title, site_id AS "siteId", staff_ids AS "staffIds" FROM directory.team
            ORDER BY team_id`,
        })
      ).rows,
    setTeam: async ({ teamId, title, siteId, staffIds }, by) => {
      if (staffIds.length === 0)
        await pool.query({
          name: 'directory.end-team',
          text: 'DELETE FROM directory.team WHERE team_id = $1',
          values: [teamId],
        });
      else
        await pool.query({
          name: 'directory.set-team',
          text: setTeamSql,
          values: [teamId, title, siteId, staffIds, by],
        });
    },
    onCall: async () =>
      (await pool.query<OnCallRow>({ name: 'directory.on-call', text: onCallSql })).rows.map(({ until, ...row }) => ({
        ...row,
        until: until?.toISOString() ?? null,
      })),
    setOnCall: async ({ siteId, role, staffIds, until }, by) => {
      const values = [siteId, role, staffIds, until, by];
      await pool.query({ name: 'directory.set-on-call', text: setOnCallSql, values });
    },
  };
}

const says = (there: StaffEntry, { subject, name, roles, sites, programmes }: NewStaff): boolean =>
  JSON.stringify([there.subject, there.name, there.roles, there.sites, there.programmes]) ===
  JSON.stringify([subject, name, roles, sites, programmes]);
