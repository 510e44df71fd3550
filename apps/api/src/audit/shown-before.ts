import type { Caller } from '../auth/caller.ts';

/** A list that a page keeps fresh by itself is one view for so long. */
const oneViewMs = 15 * 60_000;
/** So many views are remembered at most; what is forgotten is written down once more. */
const mostViews = 2_000;

/**
 * Whom a caller was shown in the same list a short while ago. A page asks for its lists again by itself, at each change:
 * written down each time, the trail would hold little else, and nobody would find in it what a person did. So each
 * person of a list is written down when first shown, and again when the view is a new one.
 */
export class ShownBefore {
  readonly #views = new Map<string, Map<string, number>>();

  /** Those whom the caller was not shown in this list within the time. */
  among(view: string, ids: readonly string[], now: number): readonly string[] {
    const seen = this.#views.get(view);
    return seen === undefined ? ids : ids.filter((id) => now - (seen.get(id) ?? -Infinity) >= oneViewMs);
  }

  /** Only once it stands in the trail. */
  remember(view: string, ids: readonly string[], now: number): void {
    const seen = new Map([...(this.#views.get(view) ?? [])].filter(([, at]) => now - at < oneViewMs));
    for (const id of ids) seen.set(id, now);
    this.#views.delete(view);
    this.#views.set(view, seen);
    for (const [oldest] of this.#views) {
      if (this.#views.size <= mostViews) break;
      this.#views.delete(oldest);
    }
  }
}

/** One caller at one list: another role, another session and another emergency access are other views. */
export const viewOf = ({ actor, sessionHash }: Caller, place: string, emergencyId = ''): string =>
  [actor.id, actor.role, sessionHash?.toString('base64') ?? '', place, emergencyId].join(' ');
