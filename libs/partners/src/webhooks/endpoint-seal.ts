/** What endpoints need of sealing; `createSecretSeal` of privacy gives it. */
export interface EndpointSeal {
  seal(endpointId: string, plain: Buffer): SealedSecrets;
  open(endpointId: string, sealed: SealedSecrets): Buffer;
}

export interface SealedSecrets {
  readonly rootKid: string;
  readonly sealed: Buffer;
}
