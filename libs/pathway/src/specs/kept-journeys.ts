import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { CareEvent } from '../events.ts';
import type { Rejection } from '../rejections.ts';
import { Lived, type Step } from './given.ts';
import { nextVersion, settingOf } from './settings.ts';

/** Where a journey is lived, and what is said and passes there, each on a line of its own. */
export interface Kept {
  readonly setting: { readonly programme: string; readonly calendar: string };
  readonly steps: readonly Step[];
}

type Line =
  | { readonly setting: Kept['setting'] }
  | { readonly step: Step }
  | { readonly event: object }
  | { readonly rejection: Rejection };

const folder = new URL('../../kept-journeys/', import.meta.url);

export const names = (): string[] => readdirSync(folder).toSorted();

export const linesOf = (name: string): string[] => readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n');

export const keep = (name: string, lines: readonly string[]): void =>
  writeFileSync(new URL(name, folder), `${lines.join('\n')}\n`);

export function read(lines: readonly string[]): Kept {
  const told: Line[] = lines.map((line) => JSON.parse(line));
  const first = told[0];
  if (first === undefined || !('setting' in first)) throw new Error('the first line says where the journey is lived');
  return { setting: first.setting, steps: told.flatMap((line) => ('step' in line ? [line.step] : [])) };
}

const begin = ({ setting }: Kept): Lived => {
  const { programme, calendar } = settingOf(setting);
  return new Lived({ programme, calendar, versions: [nextVersion(programme)] });
};

/** What happens in a journey that is lived by the rules of now. */
export function eventsOf(kept: Kept): readonly CareEvent[] {
  const lived = begin(kept);
  for (const step of kept.steps) lived.step(step);
  return lived.events;
}

/** The journey lived by the rules of now: after each step what was recorded by it, or why it was not granted. */
export function live(kept: Kept): string[] {
  const { setting, steps } = kept;
  const lived = begin(kept);
  const lines: Line[] = [{ setting }];
  for (const step of steps) {
    const from = lived.events.length;
    lived.step(step);
    lines.push({ step }, ...lived.events.slice(from).map((event) => ({ event: shown(event) })));
    if (step.type !== 'TimePasses' && lived.rejection) lines.push({ rejection: lived.rejection });
  }
  return lines.map((line) => JSON.stringify(line));
}

/** An event without what is the same in each: of the rules' own not who, of one recorded at once not when. */
function shown({ type, version, occurredAt, recordedAt, actor, data }: CareEvent): object {
  return {
    type,
    version,
    occurredAt,
    ...(recordedAt !== occurredAt && { recordedAt }),
    ...(actor.kind !== 'rule' && { actor: actor.id }),
    data,
  };
}
