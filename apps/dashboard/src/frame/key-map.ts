import { t } from '../texts/texts.ts';

interface KeyEntry {
  /** The names of the keys that do it, as `useKeys` has them; none where the browser or a dialog does it by itself. */
  readonly does: readonly string[];
  /** What the sheet shows in place of `does`. */
  readonly shown?: readonly string[];
  readonly words: () => string;
}

/**
 * The one list of keys: who binds keys for a place binds all of these and no others (it does not compile otherwise), and
 * the sheet shows the places that are bound where it is opened.
 */
export const keyMap = {
  everywhere: [
    { does: ['mod+k', '/'], words: () => t('keys.goTo') },
    { does: ['?'], words: () => t('keys.sheet') },
    { does: ['n'], words: () => t('keys.backToNow') },
    { does: ['mod+z'], words: () => t('keys.undo') },
    { does: [], shown: ['mod+Enter'], words: () => t('keys.send') },
    { does: [], shown: ['Escape'], words: () => t('keys.close') },
  ],
  list: [
    { does: ['j', 'ArrowDown'], words: () => t('keys.next') },
    { does: ['k', 'ArrowUp'], words: () => t('keys.before') },
    { does: ['PageDown', 'PageUp'], words: () => t('keys.byTen') },
    { does: ['Home', 'End'], words: () => t('keys.ends') },
    { does: [], shown: ['Enter'], words: () => t('keys.openRow') },
  ],
  marking: [{ does: ['x'], words: () => t('keys.mark') }],
  panel: [{ does: ['Escape'], words: () => t('keys.closePanel') }],
  today: [
    { does: ['c'], words: () => t('keys.claim') },
    { does: ['s'], words: () => t('keys.putOff') },
    { does: ['a'], words: () => t('keys.assign') },
    { does: ['d'], words: () => t('keys.done') },
  ],
  names: [{ does: ['f'], words: () => t('keys.filter') }],
  board: [
    { does: ['j', 'ArrowDown'], words: () => t('keys.nextPerson') },
    { does: ['k', 'ArrowUp'], words: () => t('keys.personBefore') },
    { does: ['ArrowLeft', 'ArrowRight'], words: () => t('keys.levels') },
    { does: [], shown: ['Enter'], words: () => t('keys.open') },
  ],
  table: [
    { does: ['j', 'ArrowDown'], words: () => t('keys.nextPerson') },
    { does: ['k', 'ArrowUp'], words: () => t('keys.personBefore') },
    { does: [], shown: ['Enter'], words: () => t('keys.open') },
  ],
  journey: [{ does: ['w'], words: () => t('keys.why') }],
} as const satisfies Readonly<Record<string, readonly KeyEntry[]>>;

export type KeyPlace = keyof typeof keyMap;
/** Places whose keys are those of a list of their own: the screens, and the acts for a person. */
export type ListedPlace = 'screens' | 'acts';
export type KeysOf<Place extends KeyPlace> = (typeof keyMap)[Place][number]['does'][number];

const names: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  Escape: 'Esc',
  Enter: '\u21b5',
  ArrowDown: '\u2193',
  ArrowUp: '\u2191',
  ArrowLeft: '\u2190',
  ArrowRight: '\u2192',
  PageDown: 'Page \u2193',
  PageUp: 'Page \u2191',
};

/** What stands on the keys: `mod+k` → Ctrl, K. */
export const capsOf = (name: string): readonly string[] =>
  name.split(/[+ ]/).map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part));

/** The keys of one act, one after the other. */
export const shownKeys = ({ does, shown }: KeyEntry): readonly (readonly string[])[] => (shown ?? does).map(capsOf);
