import type { z } from 'zod';
import type { ProgrammeView } from '@stepway/contracts';
import { levelStep } from '../look/tokens.ts';

type Programme = z.output<typeof ProgrammeView>;
export type ProgrammeOf = Pick<Programme, 'id' | 'version'>;

/** A level of care as it is drawn. */
export interface LevelLook {
  readonly id: string;
  /** Short enough for the head of a column: "IOP". */
  readonly title: string;
  /** "Intensive outpatient (IOP)". */
  readonly fullTitle: string;
  /** "ASAM 3.7", or empty. */
  readonly asam: string;
  /** Place by support, from 0 (least). */
  readonly index: number;
  /** How many levels the programme has. */
  readonly of: number;
  /** Step 1–8 of the ramp. */
  readonly step: number;
  /** Beside the ladder: framed. */
  readonly beside: boolean;
  readonly capacity: number | null;
}

/** The levels of a programme, the most support first. */
export function levelLooks(programme: Programme): readonly LevelLook[] {
  const ranked = programme.levels.toSorted((a, b) => a.rank - b.rank);
  return ranked
    .map(({ id, title, asam, capacity }, index) => ({
      id,
      title: shortTitle(title),
      fullTitle: title,
      asam: asamText(asam),
      index,
      of: ranked.length,
      step: levelStep(index, ranked.length),
      beside: !programme.ladder.includes(id),
      capacity,
    }))
    .toReversed();
}

/** The newest edition a programme gives, as text. */
function asamText(codes: Programme['levels'][number]['asam']): string {
  const newest = codes.toSorted((a, b) => b.edition - a.edition)[0];
  return newest === undefined ? '' : `ASAM\u00a0${newest.code}`;
}

/** "Intensive outpatient (IOP)" → "IOP", "Withdrawal management (detox)" → "Detox": what a title gives in brackets. */
function shortTitle(title: string): string {
  const short = /\((\S[^()]*)\)$/.exec(title)?.[1] ?? title;
  return short.charAt(0).toUpperCase() + short.slice(1);
}

/** A level that a programme does not know (yet): shown by its code, without a rank. */
export const unknownLevel = (id: string): LevelLook => ({
  id,
  title: id,
  fullTitle: id,
  asam: '',
  index: 0,
  of: 1,
  step: 1,
  beside: true,
  capacity: null,
});

/** Finds how a level of a programme is drawn; a version not yet known is read from the newest. */
export function levelBook(programmes: readonly Programme[]) {
  const books = new Map(programmes.map((programme) => [`${programme.id} ${programme.version}`, levelLooks(programme)]));
  const newest = new Map<string, Programme>();
  for (const programme of programmes)
    if ((newest.get(programme.id)?.version ?? 0) < programme.version) newest.set(programme.id, programme);
  return {
    programmes: [...newest.values()],
    titleOf: (id: string): string | undefined => newest.get(id)?.title,
    levelsOf: ({ id, version }: { readonly id: string; readonly version?: number }): readonly LevelLook[] =>
      books.get(`${id} ${version ?? newest.get(id)?.version}`) ?? books.get(`${id} ${newest.get(id)?.version}`) ?? [],
    level(programme: ProgrammeOf, id: string): LevelLook {
      return this.levelsOf(programme).find((level) => level.id === id) ?? unknownLevel(id);
    },
  };
}

export type LevelBook = ReturnType<typeof levelBook>;

/** "residential" but "IOP": a title inside a sentence. */
export const inSentence = (title: string): string =>
  /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
