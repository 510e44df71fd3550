import type { Programme } from './programme.ts';
import type { LevelLook } from '../../marks/levels.ts';

interface LadderMove {
  readonly kind: 'up' | 'down';
  readonly from: string;
  readonly to: string;
  /** For whom it leads there, where others are led elsewhere. */
  readonly who?: 'adults' | 'adolescents';
}

interface DrawnMove extends LadderMove {
  /** An arc, as the path of an SVG. */
  readonly path: string;
  readonly labelX: number;
  readonly labelY: number;
}

export const box = { width: 124, height: 56 } as const;
/** Between two levels: as wide as there is room for, within reason. */
const gaps = { least: 20, most: 220 } as const;

/** Where the rules of a programme lead. */
export function movesOf({ levels, stepUp }: Programme): readonly LadderMove[] {
  return Object.values(levels).flatMap((level): readonly LadderMove[] => {
    // What follows after care is said for the programme as a whole.
    const up = level.stepUpTo ?? (level.kind === 'aftercare' ? stepUp.fromAftercareTo : undefined);
    return [
      ...way('up', level.id, up, level.adolescentStepUpTo),
      ...way('down', level.id, level.stepDownTo, level.adolescentStepDownTo),
    ];
  });
}

function way(kind: 'up' | 'down', from: string, all?: string, adolescents?: string): readonly LadderMove[] {
  const apart = adolescents !== undefined && adolescents !== all;
  return [
    ...(all === undefined ? [] : [{ kind, from, to: all, ...(apart && { who: 'adults' as const }) }]),
    ...(apart ? [{ kind, from, to: adolescents, who: 'adolescents' as const }] : []),
  ];
}

/**
 * Levels in a row, the least support first; more support arcs above them, less support below.
 * @param room pixels from side to side; what needs more is scrolled
 */
export function ladderShape(looks: readonly LevelLook[], moves: readonly LadderMove[], room: number) {
  const fitting = (room - 2 - looks.length * box.width) / Math.max(1, looks.length - 1);
  const gap = Math.min(gaps.most, Math.max(gaps.least, Math.floor(fitting)));
  const pitch = box.width + gap;
  const nodes = looks.toReversed().map((look, at) => ({ look, x: 1 + at * pitch }));
  const placeOf = (id: string) => nodes.findIndex(({ look }) => look.id === id);
  const reach = (kind: 'up' | 'down') =>
    Math.max(
      0,
      ...moves.filter((one) => one.kind === kind).map(({ from, to }) => Math.abs(placeOf(from) - placeOf(to))),
    );
  const top = 16 + rise(reach('up'));
  const bottom = top + box.height;
  const drawn = moves.flatMap((move): readonly DrawnMove[] => {
    const [from, to] = [placeOf(move.from), placeOf(move.to)];
    if (from < 0 || to < 0 || from === to) return [];
    const side = to > from ? 1 : -1;
    const [x1, x2] = [from, to].map((at, end) => 1 + at * pitch + box.width / 2 + (end === 0 ? 14 : -14) * side);
    if (x1 === undefined || x2 === undefined) return [];
    const [edge, away] = move.kind === 'up' ? [top - 1, -1] : [bottom + 1, 1];
    const high = edge + away * rise(Math.abs(to - from));
    const end = edge + away * 5;
    return [
      {
        ...move,
        path: `M ${x1} ${edge} C ${x1} ${high} ${x2} ${high} ${x2} ${end}`,
        labelX: (x1 + x2) / 2,
        labelY: edge + away * rise(Math.abs(to - from)) * 0.75 + (away < 0 ? -4 : 12),
      },
    ];
  });
  return {
    ...{ nodes, moves: drawn, top },
    width: nodes.length * pitch - gap + 2,
    height: bottom + 16 + rise(reach('down')),
  };
}

/** How high the handles of an arc over so many levels stand. */
const rise = (distance: number): number => (distance === 0 ? 8 : 26 + 14 * distance);

/** So many letters fit into one line of a box. */
const lineLetters = 12;

/** The name of a level in one line, or in two. */
export function nameLines(name: string): readonly string[] {
  if (name.length <= lineLetters) return [name];
  const [first = '', ...rest] = name.split(' ');
  return rest.length === 0 ? [name] : [first, rest.join(' ')];
}
