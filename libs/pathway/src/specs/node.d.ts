// The pathway knows nothing of Node, so its compiler does not either; specs read and keep a few files.
declare module 'node:fs' {
  export function readFileSync(path: URL, encoding: 'utf8'): string;
  export function readdirSync(path: URL): string[];
  export function writeFileSync(path: URL, text: string): void;
}
declare class URL {
  constructor(path: string, base: string | URL);
}
interface ImportMeta {
  readonly url: string;
}
declare const process: { readonly env: Readonly<Record<string, string | undefined>> };
