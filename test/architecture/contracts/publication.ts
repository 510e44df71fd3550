import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { breakingChanges, type Direction } from './breaking-changes.ts';

export interface Publishable {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly direction: Direction;
}

/** What of the published schemas (`<type>.json` in a folder) the code would break, and what is not written down yet. */
export interface Publication {
  /** `type: field: what broke`. Never written over: whoever means it gives the message another version. */
  readonly breaking: readonly string[];
  /** The types whose file is missing, or lacks what was added. */
  readonly unwritten: readonly string[];
}

export function compareWithPublished(folder: string, now: ReadonlyMap<string, Publishable>): Publication {
  const breaking: string[] = [];
  const unwritten: string[] = [];
  for (const [ceType, { schema, direction }] of now) {
    const published = read(folder, ceType);
    const found = published === undefined ? [] : breakingChanges(published, schema, direction);
    breaking.push(...found.map(({ field, what }) => `${ceType}: ${field}: ${what}`));
    if (found.length === 0 && textOf(published) !== textOf(schema)) unwritten.push(ceType);
  }
  const gone = typesIn(folder).filter((ceType) => !now.has(ceType));
  return { breaking: [...breaking, ...gone.map((ceType) => `${ceType}: the whole: it is gone`)], unwritten };
}

/** Writes what was added, and nothing of what breaks. */
export function publish(folder: string, now: ReadonlyMap<string, Publishable>): void {
  mkdirSync(folder, { recursive: true });
  for (const ceType of compareWithPublished(folder, now).unwritten)
    writeFileSync(join(folder, `${ceType}.json`), textOf(now.get(ceType)?.schema));
}

const typesIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).map((file) => file.replace(/[.]json$/, '')) : [];

function read(folder: string, ceType: string): Readonly<Record<string, unknown>> | undefined {
  const file = join(folder, `${ceType}.json`);
  return existsSync(file) ? Object(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

const textOf = (schema: unknown): string => `${JSON.stringify(schema, null, 2)}\n`;
