import { MovedJourneys, Preview, PublishedProgramme, ReplayReport, type MovedJourney } from '@stepway/contracts';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { ask, post } from '../../api/request.ts';
import { readVersions } from './read-versions.ts';

const address = (id: string, version: number) => `/v1/programmes/${id}/${version}`;

/** The rules of these versions of one programme, by version. A version never changes. */
export const rulesQuery = (id: string, versions: readonly number[]) =>
  queryOptions({
    queryKey: ['programme', id, versions],
    queryFn: async ({ signal }) =>
      readVersions(await Promise.all(versions.map((version) => ask(address(id, version), PublishedProgramme, signal)))),
    staleTime: Infinity,
  });

export const replayQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['programme', id, version, 'replay'],
    queryFn: async ({ signal }) =>
      (await ask(`${address(id, version)}/replay`, z.object({ report: ReplayReport.nullable() }), signal)).report,
  });

/** Lives a test patient's commands through a version. */
export const preview = (id: string, version: number, body: object): Promise<Preview> =>
  post(`${address(id, version)}/preview`, body, Preview);

interface Moving {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly dry: boolean;
  readonly reason?: string;
  /** So many were tried. */
  readonly onProgress: (count: number) => void;
}

/** Moves all journeys of a version, or says what would become of each; page by page. */
export async function moveJourneys({ id, from, to, dry, reason, onProgress }: Moving): Promise<MovedJourney[]> {
  const done: MovedJourney[] = [];
  let cursor: string | null = null;
  do {
    const body: object = {
      ...{ to: { id, version: to }, dry, limit: 50 },
      ...(reason !== undefined && reason !== '' && { reason }),
      ...(cursor !== null && { cursor }),
    };
    const page: MovedJourneys = await post(`${address(id, from)}/move-journeys`, body, MovedJourneys);
    done.push(...page.items);
    onProgress(done.length);
    cursor = page.next;
  } while (cursor !== null);
  return done;
}
