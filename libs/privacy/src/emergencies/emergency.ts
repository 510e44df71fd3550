/** One journey opened outside of somebody's scope, in an emergency, for a time. */
export interface Emergency {
  readonly emergencyId: string;
  readonly episodeId: string;
  readonly patientId: string;
  readonly actor: { readonly id: string; readonly role: string };
  readonly kind: string;
  /** Instants. */
  readonly at: string;
  readonly until: string;
}

/** As it is begun, with the reason in words. */
export interface BegunEmergency extends Emergency {
  readonly reason: string;
  /** It ends with this session of a browser; left out for a bearer token. */
  readonly sessionHash?: Buffer | undefined;
}

export type Finding = 'justified' | 'not-justified';

/** With what became of it. Words are null where the patient's key was erased. */
export interface KnownEmergency extends Emergency {
  readonly reason: string | null;
  /** Ended by an act, before its time; it also ends with its session. */
  readonly endedAt: string | null;
  readonly review: EmergencyReview | null;
}

export interface EmergencyReview {
  readonly at: string;
  readonly by: string;
  readonly finding: Finding;
  readonly note: string | null;
}
