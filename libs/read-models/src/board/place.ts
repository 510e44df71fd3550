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

export interface PlacesAfter {
  readonly after: string;
  readonly limit: number;
  readonly siteIds?: readonly string[] | undefined;
  readonly programmes?: readonly string[] | undefined;
  /** These as well, wherever they are. */
  readonly alsoIds: readonly string[];
}

/** The next journeys by id, of these sites and programmes. */
export async function readPlacesAfter(database: Database, asked: PlacesAfter): Promise<readonly Place[]> {
  const { after, limit, siteIds = null, programmes = null, alsoIds } = asked;
  const { rows } = await database.query<Place>({
    name: 'read.places-after',
    text: `${ofAnyShape} SELECT ${columns} FROM read.board_row WHERE episode_id > $1
      AND ((($3::text[] IS NULL OR site_id = ANY($3)) AND ($4::text[] IS NULL OR programme = ANY($4)))
        OR episode_id = ANY($5))
      ORDER BY episode_id LIMIT $2`,
    values: [after, limit, siteIds, programmes, alsoIds],
  });
  return rows;
}
