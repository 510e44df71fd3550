import type { JourneyView, SpecimenView } from '@stepway/contracts';
import type { OpenedJourney } from '@stepway/pathway';
import type { ContextFor } from '../change.ts';
import { ofAnyShape } from '../filling/whole-tables-only.ts';
import { rowContext } from '../row-context.ts';
import type { Database } from '../table.ts';
import { journeyHeader, type JourneyHeader } from './project.ts';
import { specimenView } from './specimen-view.ts';

/** What is known of one journey now; undefined if the tables do not know it. Its specimens come newest first. */
export async function readJourney(database: Database, episodeId: string): Promise<JourneyView | undefined> {
  const { rows } = await database.query<{ header: JourneyHeader; specimens: SpecimenView[] | null }>({
    name: 'read.journey',
    text: `SELECT header, (SELECT json_agg(view ORDER BY collected_at DESC, specimen_id DESC)
        FROM read.specimen s WHERE s.episode_id = j.episode_id) AS specimens
      FROM read.journey j WHERE episode_id = $1`,
    values: [episodeId],
  });
  const [row] = rows;
  return row && { ...row.header, specimens: row.specimens ?? [] };
}

/** The episode of the same person that was linked to this one; undefined where none was. The last, if there are several. */
export async function readNextEpisode(
  database: Database,
  { episodeId, patientId }: Pick<JourneyView, 'episodeId' | 'patientId'>,
): Promise<string | undefined> {
  const { rows } = await database.query<{ episode_id: string }>({
    name: 'read.next-episode',
    text: `SELECT b.episode_id FROM read.board_row b JOIN read.journey j USING (episode_id)
      WHERE b.patient_id = $1 AND j.header ->> 'previousEpisodeId' = $2 ORDER BY b.opened_at DESC LIMIT 1`,
    values: [patientId, episodeId],
  });
  return rows[0]?.episode_id;
}

/** The version that the tables have of a journey; 0 if none. */
export async function journeyVersion(database: Database, episodeId: string): Promise<number> {
  const { rows } = await database.query<{ version: string }>({
    name: 'read.journey-version',
    text: `${ofAnyShape} SELECT version FROM read.journey WHERE episode_id = $1`,
    values: [episodeId],
  });
  return Number(rows[0]?.version ?? 0);
}

/** A journey's page made from the journey itself, as `readJourney` gives it from the tables. */
export const journeyView = (journey: OpenedJourney, contextFor: ContextFor): JourneyView => ({
  ...journeyHeader(journey, rowContext(journey, contextFor)),
  specimens: specimensNewestFirst(journey),
});

export const specimensNewestFirst = ({ specimens }: OpenedJourney): SpecimenView[] =>
  specimens
    .toSorted((a, b) =>
      a.collectedAt === b.collectedAt ? compare(b.specimenId, a.specimenId) : compare(b.collectedAt, a.collectedAt),
    )
    .map(specimenView);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
