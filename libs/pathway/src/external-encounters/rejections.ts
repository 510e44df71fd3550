export type ExternalEncounterRejection = {
  readonly type: 'EncounterConflict';
  readonly encounterId: string;
  readonly field: string;
};
