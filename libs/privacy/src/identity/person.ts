/** Who a person is. Nothing outside the schema `identity` holds any of it. */
export interface Person {
  readonly name: PersonName;
  /** RFC 3339 full-date. */
  readonly birthDate: string;
  readonly sex?: string | undefined;
  readonly contacts?: readonly { readonly system: string; readonly value: string }[] | undefined;
  /** Medical record number. */
  readonly mrn?: string | undefined;
  readonly externalIds?: readonly { readonly system: string; readonly value: string }[] | undefined;
}

export interface PersonName {
  readonly given: string;
  readonly family: string;
}

export interface KnownPerson {
  readonly patientId: string;
  readonly person: Person;
}
