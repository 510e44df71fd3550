import { useEffect, useEffectEvent, useLayoutEffect, useSyncExternalStore } from 'react';
import type { KeyPlace, KeysOf, ListedPlace } from './key-map.ts';

type Act = (event: KeyboardEvent) => void;

/** What a key does: `mod+k`, `/`, `?`, `g b` (one after the other), `j`, `ArrowDown`. */
export type Keys = Readonly<Record<string, Act>>;

const sequenceMs = 1_200;
const setting = 'stepway-single-keys';
const watchers = new Set<() => void>();
const readSetting = () => localStorage.getItem(setting) !== 'off';

/** Whether single letters act (WCAG 2.1.4: they can be switched off). */
export const useSingleKeys = (): boolean =>
  useSyncExternalStore((watcher) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  }, readSetting);

export function switchSingleKeys(on: boolean): void {
  localStorage.setItem(setting, on ? 'on' : 'off');
  for (const watcher of watchers) watcher();
}

/** The name of what was pressed. Exported for its spec. */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): string | undefined {
  if (event.altKey) return undefined;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key;
}

/**
 * Finds the act of a key, alone or as the second of two. A letter that follows a first key is never what it is alone:
 * somebody else on the page may have bound the two. Exported for its spec.
 */
export function actOf(keys: Keys, name: string, before: string | undefined): Keys[string] | undefined {
  return before !== undefined && /^\p{L}$/u.test(name) ? keys[`${before} ${name}`] : keys[name];
}

let before: { readonly name: string; readonly at: number } | undefined;
const firstKey = ({ timeStamp }: KeyboardEvent): string | undefined =>
  before !== undefined && timeStamp - before.at < sequenceMs ? before.name : undefined;

/** Where letters are letters, and Ctrl Z is the field's own; a box to tick takes none. */
export const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null;
/** Keys pressed in a dialog or an open menu are its own: a menu is searched by letters, and Esc closes it alone. */
const isDialog = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('[role=dialog], [role=menu]') !== null;

const bound: (KeyPlace | ListedPlace)[] = [];
const boundWatchers = new Set<() => void>();
let boundNow = '';
function tellBound(): void {
  boundNow = [...new Set(bound)].join(' ');
  for (const watcher of boundWatchers) watcher();
}

/** The places whose keys act on this page now, for the sheet. */
export function useBoundPlaces(): ReadonlySet<string> {
  const text = useSyncExternalStore(
    (watcher) => {
      boundWatchers.add(watcher);
      return () => boundWatchers.delete(watcher);
    },
    () => boundNow,
  );
  return new Set(text.split(' '));
}

/**
 * Binds the keys of a place while the component is on the page: all that the list of keys has for it, and no others.
 * Letters never act in a field, a dialog or a menu.
 */
export function useKeys<Place extends KeyPlace | ListedPlace>(
  place: Place,
  keys: Place extends KeyPlace ? Readonly<Record<KeysOf<Place>, Act>> : Keys,
  enabled = true,
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const name = keyName(event);
    if (name === undefined || event.defaultPrevented) return;
    const single = !name.startsWith('mod+');
    if (single && (isField(event.target) || isDialog(event.target))) return;
    if (single && name.length === 1 && !readSetting()) return;
    // Whoever else hears this key must know of the first one, too: it is forgotten after all of them.
    if (enabled) actOf(keys, name, firstKey(event))?.(event);
  });
  // Before what it acts on is painted: a busy machine paints long before it runs what else is left to do.
  useLayoutEffect(() => {
    if (!enabled) return;
    bound.push(place);
    tellBound();
    return () => {
      bound.splice(bound.indexOf(place), 1);
      tellBound();
    };
  }, [place, enabled]);
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

/** Remembers the first key of a sequence. Bound once, after all others. */
export function useKeySequences(): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      const name = keyName(event);
      const first = firstKey(event);
      before =
        // The second of two begins no other two: G R is a screen.
        (first === undefined || first === name) &&
        (name === 'g' || name === 'r') &&
        !event.defaultPrevented &&
        !isField(event.target) &&
        !isDialog(event.target)
          ? { name, at: event.timeStamp }
          : undefined;
    };
    // On the window: after every listener of the document has seen the key.
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
