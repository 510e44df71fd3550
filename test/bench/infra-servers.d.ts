// infra/ is plain Node: it runs before anything is compiled.
declare module '*/infra/servers/postgres.mjs' {
  export function startPostgres(options: {
    readonly dir: string;
  }): Promise<{ readonly url: string; stop(): Promise<void> }>;
}
declare module '*/infra/migrate.mjs' {
  export function migrate(databaseUrl: string, appPassword: string): Promise<string>;
}
