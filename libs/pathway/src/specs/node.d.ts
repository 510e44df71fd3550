// The pathway knows nothing of Node, so its compiler does not either; specs read one file.
declare module 'node:fs' {
  export function readFileSync(path: URL, encoding: 'utf8'): string;
}
declare class URL {
  constructor(path: string, base: string);
}
interface ImportMeta {
  readonly url: string;
}
declare const process: { readonly env: Readonly<Record<string, string | undefined>> };
