import type { LevelNames, ProgrammeVersion } from '@stepway/pathway';
import { readModels, type ReadModelName } from '@stepway/read-models';
import { InvalidArgumentError } from 'commander';

// What people write behind a command, read once: each says what it expected instead.

export const positive = (text: string): number => {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('expected a number above 0');
  return value;
};

export const whole = (text: string): number => {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('expected a whole number');
  return Number(text);
};

export const oneOrMore = (text: string): number => {
  const number = whole(text);
  if (number === 0) throw new InvalidArgumentError('expected a whole number above 0');
  return number;
};

/** A moment that is past, as an instant in UTC. */
export const instant = (text: string): string => {
  const ms = Date.parse(text);
  if (!(ms <= Date.now())) throw new InvalidArgumentError('expected an instant that is past');
  return new Date(ms).toISOString();
};

export const versionOf = (text: string): ProgrammeVersion => {
  const [, id, version] = /^([a-z0-9][a-z0-9-]*)@([1-9]\d*)$/.exec(text) ?? [];
  if (id === undefined || version === undefined)
    throw new InvalidArgumentError('expected a version as in standard-four@2');
  return { id, version: Number(version) };
};

/** One more pair of an option that may be given several times. */
export const levelName = (text: string, known: LevelNames): LevelNames => {
  const [, before, after] = /^([a-z0-9-]+)=([a-z0-9-]+)$/.exec(text) ?? [];
  if (before === undefined || after === undefined) throw new InvalidArgumentError('expected two levels as in php=iop');
  return { ...known, [before]: after };
};

export const moment = (text: string): string => {
  const at = Date.parse(text);
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(at))
    throw new InvalidArgumentError('expected a moment as in 2026-05-04 or 2026-05-04T09:00:00-04:00');
  return new Date(at).toISOString();
};

/** One more of an argument that may be given several times. */
export const readModelNames = (text: string, before: readonly ReadModelName[]): readonly ReadModelName[] => {
  const name = Object.keys(readModels).find((known): known is ReadModelName => known === text);
  if (name === undefined) throw new InvalidArgumentError(`expected one of ${Object.keys(readModels).join(', ')}`);
  return [...before, name];
};
