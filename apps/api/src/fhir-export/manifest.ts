import { fhirReadTypes } from '@stepway/contracts';
import type { ExportFile, ExportJob } from '@stepway/partners';

/** What an export has, with where each file is. No counts: files are made when they are downloaded. */
export const manifestOf = (job: ExportJob, base: string) => ({
  transactionTime: job.transactionAt.toISOString(),
  request: `${base}${job.request}`,
  requiresAccessToken: true,
  output: inOrder(job.files).map((file) => ({
    type: file.type,
    url: `${base}/export-jobs/${job.jobId}/${nameOf(file)}`,
  })),
  error: [],
});

export const fileNamed = ({ files }: ExportJob, name: string): ExportFile | undefined =>
  files.find((one) => nameOf(one) === name);

/** The partner's own ids are spread evenly, so that one tells how far it is; how many there are is not said. */
export const percentAt = (place: string): number =>
  place === '' ? 0 : Math.min(99, Math.floor((Number.parseInt(place.slice(0, 8), 16) / 2 ** 32) * 100));

const nameOf = ({ type, part }: ExportFile): string => `${type}-${part + 1}.ndjson`;
const inOrder = (files: readonly ExportFile[]): readonly ExportFile[] =>
  files.toSorted((a, b) => a.part - b.part || order(a) - order(b));
const order = ({ type }: ExportFile): number => fhirReadTypes.findIndex((one) => one === type);
