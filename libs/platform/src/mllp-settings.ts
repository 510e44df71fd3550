import { z } from 'zod';

/** Where HL7 v2 over MLLP is heard. Beyond this machine it needs TLS: MLLP itself protects nothing. */
export interface MllpSettings {
  readonly host: string;
  readonly port: number;
  /** PEM files; who connects shows a certificate of one of these authorities. */
  readonly tls?: { readonly keyFile: string; readonly certFile: string; readonly caFile: string };
}

export const mllpShape = {
  STEPWAY_MLLP_HOST: z.string().min(1).default('127.0.0.1'),
  STEPWAY_MLLP_PORT: z.coerce.number({ error: 'expected a port' }).int().min(0).max(65_535).default(2575),
  STEPWAY_MLLP_TLS_KEY: z.string().min(1).optional(),
  STEPWAY_MLLP_TLS_CERT: z.string().min(1).optional(),
  STEPWAY_MLLP_TLS_CA: z.string().min(1).optional(),
};
type Settings = z.output<z.ZodObject<typeof mllpShape>>;

const files = ['STEPWAY_MLLP_TLS_KEY', 'STEPWAY_MLLP_TLS_CERT', 'STEPWAY_MLLP_TLS_CA'] as const;

/** What is missing when the settings are looked at together, by the name of the variable. */
export function mllpProblems(settings: Settings): ReadonlyMap<string, string> {
  const missing = files.filter((name) => settings[name] === undefined);
  if (missing.length === files.length)
    return isLoopback(settings.STEPWAY_MLLP_HOST)
      ? new Map()
      : new Map([['STEPWAY_MLLP_TLS_KEY', 'not set, and beyond this machine HL7 v2 is heard over TLS only']]);
  return new Map(missing.map((name) => [name, 'not set, though another file of the TLS of HL7 v2 is']));
}

export function mllpSettings(settings: Settings): MllpSettings {
  const { STEPWAY_MLLP_HOST: host, STEPWAY_MLLP_PORT: port } = settings;
  const [keyFile, certFile, caFile] = files.map((name) => settings[name]);
  if (keyFile === undefined || certFile === undefined || caFile === undefined) return { host, port };
  return { host, port, tls: { keyFile, certFile, caFile } };
}

/** Whether only this machine can reach it. */
export const isLoopback = (host: string): boolean => ['localhost', '::1'].includes(host) || host.startsWith('127.');
