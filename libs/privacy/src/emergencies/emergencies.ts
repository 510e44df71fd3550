import type pg from 'pg';
import type { Seals } from '../sealing/seals.ts';
import { beginSql, endOfSessionSql, endSql, knownSql, listSql, openSql, reviewSql } from './emergencies-sql.ts';
import type { BegunEmergency, Emergency, EmergencyReview, Finding, KnownEmergency } from './emergency.ts';

/** Emergency accesses: added, never changed; their words are sealed with the patient's key. */
export interface Emergencies {
  /** @throws NoPatientKey if the patient is unknown or erased */
  begin(emergency: BegunEmergency): Promise<void>;
  /** What is open to somebody in this session (or, without one, by token) at this instant. */
  openTo(actorId: string, sessionHash: Buffer | undefined, now: string): Promise<readonly Emergency[]>;
  get(emergencyId: string): Promise<KnownEmergency | undefined>;
  /** Ends it now; no news if it has ended. */
  end(emergencyId: string, by: string, at: string): Promise<void>;
  /** Ends all that are open in a session which has ended. @returns those that were */
  endOfSession(sessionHash: Buffer, by: string, at: string): Promise<readonly Emergency[]>;
  /** The newest first. */
  list(query: EmergenciesQuery): Promise<readonly KnownEmergency[]>;
  /** @returns false if it was reviewed before */
  review(of: Emergency, review: EmergencyReview): Promise<boolean>;
}

export interface EmergenciesQuery {
  /** `open`: nobody has reviewed it yet. */
  readonly state: 'open' | 'decided';
  readonly after?: { readonly at: string; readonly emergencyId: string } | undefined;
  readonly limit: number;
}

interface Row {
  readonly emergency_id: string;
  readonly episode_id: string;
  readonly patient_id: string;
  readonly actor_id: string;
  readonly actor_role: string;
  readonly kind: string;
  readonly at: Date;
  readonly until: Date;
}

interface KnownRow extends Row {
  readonly reason: string;
  readonly ended_at: Date | null;
  readonly reviewed_at: Date | null;
  readonly reviewed_by: string;
  readonly finding: Finding;
  readonly note: string | null;
}

export function createEmergencies(pool: pg.Pool, seals: Seals): Emergencies {
  const sealed = (of: Emergency, field: 'reason' | 'note', text: string) =>
    seals.seal(of.patientId, text, { owner: of.episodeId, commandId: of.emergencyId, field });
  const opened = async (rows: readonly KnownRow[]): Promise<readonly KnownEmergency[]> => {
    const data = await seals.openData(
      rows.map(({ episode_id: episodeId, emergency_id: commandId, reason, note }) => ({
        ...{ episodeId, commandId },
        data: { reason: { sealed: reason }, note: note === null ? null : { sealed: note } },
      })),
    );
    return rows.map((row, at) => known(row, wordOf(data[at], 'reason'), wordOf(data[at], 'note')));
  };

  return {
    begin: async (emergency) => {
      const { emergencyId, episodeId, patientId, actor, sessionHash, kind, at, until } = emergency;
      const { sealed: reason } = await sealed(emergency, 'reason', emergency.reason);
      const values = [emergencyId, episodeId, patientId, actor.id, actor.role, sessionHash ?? null, kind, reason, at];
      await pool.query({ name: 'emergency.begin', text: beginSql, values: [...values, until] });
    },
    openTo: async (actorId, sessionHash, now) => {
      const values = [actorId, sessionHash ?? null, now];
      return (await pool.query<Row>({ name: 'emergency.open', text: openSql, values })).rows.map(emergencyOf);
    },
    get: async (emergencyId) => {
      const { rows } = await pool.query<KnownRow>({ name: 'emergency.known', text: knownSql, values: [emergencyId] });
      return (await opened(rows))[0];
    },
    end: async (emergencyId, by, at) => {
      await pool.query({ name: 'emergency.end', text: endSql, values: [emergencyId, at, by] });
    },
    endOfSession: async (sessionHash, by, at) => {
      const values = [sessionHash, at, by];
      const { rows } = await pool.query<Row>({ name: 'emergency.end-of-session', text: endOfSessionSql, values });
      return rows.map(emergencyOf);
    },
    list: async ({ state, after, limit }) => {
      const values = [state === 'open', after?.at ?? null, after?.emergencyId ?? null, limit];
      return opened((await pool.query<KnownRow>({ name: 'emergency.list', text: listSql, values })).rows);
    },
    review: async (of, { at, by, finding, note }) => {
      const words = note === null ? null : (await sealed(of, 'note', note)).sealed;
      const values = [of.emergencyId, at, by, finding, words];
      return (await pool.query({ name: 'emergency.review', text: reviewSql, values })).rowCount === 1;
    },
  };
}

const emergencyOf = (row: Row): Emergency => ({
  emergencyId: row.emergency_id,
  episodeId: row.episode_id,
  patientId: row.patient_id,
  actor: { id: row.actor_id, role: row.actor_role },
  kind: row.kind,
  at: row.at.toISOString(),
  until: row.until.toISOString(),
});

const known = (row: KnownRow, reason: string | null, note: string | null): KnownEmergency => ({
  ...emergencyOf(row),
  reason,
  endedAt: row.ended_at?.toISOString() ?? null,
  review: row.reviewed_at && {
    at: row.reviewed_at.toISOString(),
    by: row.reviewed_by,
    finding: row.finding,
    note,
  },
});

function wordOf(opened: unknown, field: 'reason' | 'note'): string | null {
  const word: unknown = typeof opened === 'object' && opened !== null ? Reflect.get(opened, field) : null;
  return typeof word === 'string' ? word : null;
}
