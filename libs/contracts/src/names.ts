// Names that cross a process, without zod: workflow code and the dashboard may import this entry.

/** Every care event, key = episode id. Fixed for life: more partitions need a new version of the topic. */
export const careTopic = 'stepway.care.v1';

/** Facts from outside. */
export const clinicalInTopic = 'stepway.clinical-in.v1';
export const clinicalInDeadTopic = 'stepway.clinical-in.v1.dead';

/** What is one partner's own: its topics, and the ids of the groups by which it reads them. */
export const partnerPrefix = (partnerId: string): string => `stepway.partner.${partnerId}.`;
/** As whom Kafka knows it. */
export const partnerUsername = (partnerId: string): string => `partner-${partnerId}`;
/** What one partner may see, by consent; key = the partner's own pseudonym of the journey. */
export const partnerTopic = (partnerId: string): string => `${partnerPrefix(partnerId)}v1`;
/** What a partner asked to be told again. */
export const partnerReplayTopic = (partnerId: string, jobId: string): string =>
  `${partnerPrefix(partnerId)}replay.${jobId}`;
export const partnerTopicPartitions = 6;
/** Copies of what was told lie nowhere longer than they are needed; what is older is told again on request. */
export const partnerTopicRetentionDays = 7;

/** Temporal's queue of journeys. */
export const episodesTaskQueue = 'episodes';
export const episodeOfCareType = 'episodeOfCare';
/** Tells a journey that something was recorded; carries nothing. */
export const touchSignal = 'touch';

/** One workflow for each journey. */
export const workflowIdOf = (episodeId: string): string => `episode-${episodeId}`;
/** The journey of a workflow, or undefined for a workflow of another kind. */
export const episodeIdOf = (workflowId: string): string | undefined =>
  workflowId.startsWith('episode-') ? workflowId.slice('episode-'.length) : undefined;

/** What an operator sees and filters by in Temporal's own page. Coded, and plain text there. */
export const searchAttributes = { nextDue: 'StepwayNextDue', waitsFor: 'StepwayWaitsFor' } as const;

/** `DrugTestDisposed` → `stepway.care.drug-test-disposed.v1`. */
export const careEventType = (type: string, version = 1): string => `stepway.care.${kebab(type)}.v${version}`;

/** `DrugTestDisposed` → `stepway.partner.drug-test-disposed.v1`. */
export const partnerEventType = (type: string, version = 1): string => `stepway.partner.${kebab(type)}.v${version}`;
/** Nothing more comes by a consent. */
export const consentEndedType = 'stepway.partner.consent-ended.v1';

/** `RecordDrugTestResult` → `stepway.clinical.record-drug-test-result.v1`: a command as it comes on the topic of facts. */
export const clinicalCommandType = (type: string, version = 1): string => `stepway.clinical.${kebab(type)}.v${version}`;
/** The command that such a type stands for, among these; undefined for another. */
export const clinicalCommandOf = <T extends string>(ceType: string, types: readonly T[]): T | undefined =>
  types.find((type) => clinicalCommandType(type) === ceType);

/** Where the schema of the data of such events is served: the path of `ce_dataschema`. */
export const schemaPath = (ceType: string): string => `/schemas/${ceType}.json`;

/** Why a record of the topic of facts can never become a message. */
export const deadReasons = [
  'not-unpacked',
  'too-large',
  'no-key',
  'no-value',
  'not-a-cloudevent',
  'unknown-type',
  'data-not-json',
  'data-not-the-schema',
  'unknown-sender',
] as const;
export type DeadReason = (typeof deadReasons)[number];

/** `RecordDrugTestResult` → `record-drug-test-result`. */
export const kebab = (name: string): string => name.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

export const careTopicPartitions = 12;
export const clinicalInPartitions = 12;
export const clinicalInRetentionDays = 30;
/** Postgres is the truth; Kafka keeps what a consumer may still want to catch up on. */
export const careTopicRetentionDays = 30;

/** Doorbells (hints; polling is the truth). Payloads are ids only. */
export const logDoorbell = 'stepway_log';
export const readDoorbell = 'stepway_read';

/** What a journey's workflow is given: its id and nothing else. */
export interface EpisodeStart {
  readonly episodeId: string;
}
