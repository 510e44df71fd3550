// infra/ is plain Node: it runs before anything is compiled.
declare module '*/infra/servers/temporal.mjs' {
  export function startTemporal(options: {
    readonly dir: string;
  }): Promise<{ readonly address: string; stop(): Promise<void> }>;
}
