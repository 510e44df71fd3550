/** Seals the partners' keys of pseudonyms; `partnerKeys` of privacy gives it. */
export interface PartnerSeal {
  seal(partnerId: string, key: Buffer): SealedKey;
  open(partnerId: string, key: SealedKey): Buffer;
}

export interface SealedKey {
  readonly rootKid: string;
  readonly sealed: Buffer;
}
