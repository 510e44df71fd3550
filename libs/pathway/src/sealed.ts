/** Free text under its patient's key: `<kid>.<nonce>.<ciphertext>`. The pathway never sees what it says. */
export interface Sealed {
  readonly sealed: string;
}
