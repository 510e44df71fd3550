import { ofAnyShape } from '../filling/whole-tables-only.ts';
import type { Database } from '../table.ts';

/** Where a journey is: what decides who may see it. */
export interface Place {
  readonly episodeId: string;
  readonly patientId: string;
  readonly siteId: string;
  readonly programme: string;
}

const columns = 'episode_id AS "episodeId", patient_id AS "patientId", site_id AS "siteId", programme';

/** Undefined if the board does not know the journey, or not yet. */
export async function readPlace(database: Database, episodeId: string): Promise<Place | undefined> {
  const { rows } = await database.query<Place>({
    name: 'read.place',
    text: `${ofAnyShape} SELECT ${columns} FROM read.board_row WHERE episode_id = $1`,
    values: [episodeId],
  });
  return rows[0];
}

export async function readPlaces(database: Database, episodeIds: readonly string[]): Promise<readonly Place[]> {
  const { rows } = await database.query<Place>({
    name: 'read.places',
    text: `${ofAnyShape} SELECT ${columns} FROM read.board_row WHERE episode_id = ANY($1)`,
    values: [episodeIds],
  });
  return rows;
}

/** Where all journeys of these people are, also the ended ones. */
export async function placesOfPeople(database: Database, patientIds: readonly string[]): Promise<readonly Place[]> {
  const { rows } = await database.query<Place>({
    name: 'read.places-of-people',
    text: `${ofAnyShape} SELECT ${columns} FROM read.board_row WHERE patient_id = ANY($1)`,
    values: [patientIds],
  });
  return rows;
}
