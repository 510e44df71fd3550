import { readFileSync } from 'node:fs';

/** Where a cluster is, and as whom one comes to it. */
export interface KafkaAccess {
  readonly brokers: readonly string[];
  /** Left out: the cluster asks nobody who they are. */
  readonly credentials?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    /** Holds the password alone; read when one connects. */
    readonly passwordFile: string;
  };
  /** Left out: no TLS. Without a file (PEM) the authorities that Node knows. */
  readonly tls?: { readonly caFile?: string };
}

export const passwordOf = ({ passwordFile }: NonNullable<KafkaAccess['credentials']>): string =>
  readFileSync(passwordFile, 'utf8').trim();

/** As Node's TLS takes it. */
export const tlsOf = ({ caFile }: NonNullable<KafkaAccess['tls']>): { readonly ca?: string } =>
  caFile === undefined ? {} : { ca: readFileSync(caFile, 'utf8') };
