// infra/ is plain Node: it runs before anything is compiled.
declare module '*/infra/cache.mjs' {
  export function cached(name: string, proof: string, fill: (draft: string) => Promise<unknown>): Promise<string>;
}
