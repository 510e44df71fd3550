import type { Programme } from './programme.ts';
import { t } from '../../texts/texts.ts';
import { programmeSays, sectionsOf } from './says/sections.ts';
import type { Section, Statement } from './says/say.ts';

/** A sentence that reads otherwise in the newer version; one of both is missing where it came or went. */
export interface Change {
  readonly id: string;
  readonly before?: string;
  readonly after?: string;
}

export interface ChangedSection {
  readonly id: string;
  readonly title: string;
  readonly level?: string;
  readonly changes: readonly Change[];
}

/**
 * What changed between two versions, in words; what stayed is left out. What no sentence tells of is named by its place
 * in the file, so that nothing changes unseen.
 */
export function diff(before: Programme, after: Programme): readonly ChangedSection[] {
  const [old, now] = [sectionsFor(before), sectionsFor(after)];
  const ids = [...new Set([...now, ...old].map(({ id }) => id))];
  const told = ids.flatMap((id): readonly ChangedSection[] => {
    const [was, is] = [old.find((one) => one.id === id), now.find((one) => one.id === id)];
    const changes = changesOf(was?.statements ?? [], is?.statements ?? []);
    const shown = is ?? was;
    if (shown === undefined || changes.length === 0) return [];
    return [{ id, title: shown.title, ...(shown.level !== undefined && { level: shown.level }), changes }];
  });
  const covered = [...old, ...now].flatMap(({ statements }) => statements.flatMap(({ paths }) => paths));
  const untold = changedPaths(before, after).filter((path) => !covered.some((one) => isWithin(path, one)));
  if (untold.length === 0) return told;
  const title = t('programmeRules.sections.asData');
  return [...told, { id: 'asData', title, changes: untold.map((path) => ({ id: path, after: path })) }];
}

const sectionsFor = (programme: Programme): readonly Section[] => [
  { id: 'programme', title: programme.title, statements: [programmeSays(programme)] },
  ...sectionsOf(programme),
];

function changesOf(before: readonly Statement[], after: readonly Statement[]): readonly Change[] {
  const was = new Map(before.map(({ id, words }) => [id, words]));
  const is = new Map(after.map(({ id, words }) => [id, words]));
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((id): readonly Change[] => {
    const [old, now] = [was.get(id), is.get(id)];
    if (old === now) return [];
    return [{ id, ...(old !== undefined && { before: old }), ...(now !== undefined && { after: now }) }];
  });
}

const isWithin = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);

/** Names of the file itself: that they differ says nothing. */
const ofTheFile = new Set(['/version', '/format', '/generalKnowledge']);

/** Pointers to what differs; lists are one thing. */
function changedPaths(before: unknown, after: unknown, path = ''): readonly string[] {
  if (ofTheFile.has(path) || JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isGroup(before) || !isGroup(after)) return [path];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => changedPaths(before[name], after[name], `${path}/${name}`));
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
