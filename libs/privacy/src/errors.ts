/** A sealed text does not open: a byte was changed, or it stands where it does not belong. */
export class SealBroken extends Error {
  readonly code = 'SEAL_BROKEN';
  constructor(
    readonly kid: string,
    options?: ErrorOptions,
  ) {
    super(`A text sealed with key ${kid} does not open here`, options);
    this.name = 'SealBroken';
  }
}

/** Nothing can be sealed for this patient: unknown, or the key was erased. */
export class NoPatientKey extends Error {
  readonly code = 'NO_PATIENT_KEY';
  constructor(
    readonly patientId: string,
    readonly why: 'unknown' | 'erased',
  ) {
    super(`Patient ${patientId} has no key: ${why}`);
    this.name = 'NoPatientKey';
  }
}

/** The root key that wrapped a patient's key is not in the file of keys: never drop a retired root key in use. */
export class UnknownRootKey extends Error {
  readonly code = 'UNKNOWN_ROOT_KEY';
  constructor(readonly rootKid: string) {
    super(`No root key has the id ${rootKid}`);
    this.name = 'UnknownRootKey';
  }
}

/** The same idempotency key came with another body. */
export class PatientRequestConflict extends Error {
  readonly code = 'PATIENT_REQUEST_CONFLICT';
  constructor(readonly patientId: string) {
    super(`Patient ${patientId} was created by the same key with other content`);
    this.name = 'PatientRequestConflict';
  }
}
