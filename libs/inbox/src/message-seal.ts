/** What the inbox needs of sealing; `createMessageSeal` of privacy gives it. */
export interface MessageSeal {
  seal(messageId: string, plain: Buffer): SealedMessage;
  open(messageId: string, message: SealedMessage): Buffer;
  digest(purpose: string, ...parts: readonly (string | Buffer)[]): Buffer;
}

export interface SealedMessage {
  readonly rootKid: string;
  readonly sealed: Buffer;
}
