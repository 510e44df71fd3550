/**
 * Names that cross a process, without zod: workflows import this entry.
 */
export const taskQueue = 'episodes';
export const episodeWorkflow = 'episodeOfCare';
export const touchSignal = 'touch';
export const searchAttributes = { nextDue: 'StepwayNextDue', waitsFor: 'StepwayWaitsFor' } as const;

export const workflowIdOf = (episodeId: string): string => `episode-${episodeId}`;
export const episodeIdOf = (workflowId: string): string => workflowId.slice('episode-'.length);

export const careTopic = 'stepway.care.v1';
export const clinicalInTopic = 'stepway.clinical-in.v1';
export const careTopicPartitions = 12;
/** Postgres is the truth; Kafka keeps what a consumer may still want to catch up on. */
export const careTopicRetentionDays = 30;

/** Doorbells (hints; polling is the truth). Payloads are ids only. */
export const logDoorbell = 'stepway_log';
export const readDoorbell = 'stepway_read';

/** `RecordDrugTestResult` → `record-drug-test-result`: routes and event types on the wire. */
export const kebab = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();

export const wireTypeOf = (eventType: string): string => `stepway.care.${kebab(eventType)}.v1`;

export interface EpisodeStart {
  readonly episodeId: string;
}
