import type { Level, Programme } from '@stepway/pathway';

export type Path = readonly (string | number)[];
/** Says where a programme contradicts itself, in words for the person who manages it. */
export type Fault = (path: Path, message: string) => void;
/** One thing that a programme must not get wrong. */
export type Check = (programme: Programme, fault: Fault) => void;

export const levelsOf = ({ levels }: Programme): readonly (readonly [string, Level])[] => Object.entries(levels);

export const isLevel = ({ levels }: Programme, id: string): boolean => Object.hasOwn(levels, id);

/** The fields of a level that name another one. */
export const targets = ['stepUpTo', 'adolescentStepUpTo', 'stepDownTo', 'adolescentStepDownTo'] as const;
export type Target = (typeof targets)[number];
export const isUp = (target: Target): boolean => target === 'stepUpTo' || target === 'adolescentStepUpTo';
