import { Kbd, Modal, Switch } from '@mantine/core';
import { t } from '../texts/texts.ts';
import { recordKeys } from '../dialogs/catalogue.ts';
import { capsOf, keyMap, shownKeys, type KeyPlace } from './key-map.ts';
import { switchSingleKeys, useBoundPlaces, useSingleKeys } from './keys.ts';
import { useScreens } from './screens.ts';
import { useSession } from './session.tsx';
import style from './keys-sheet.module.css';

/** The order of the sheet, from what acts everywhere to what acts on the page below it. */
const order = [
  'everywhere',
  'today',
  'list',
  'marking',
  'panel',
  'board',
  'table',
  'names',
  'journey',
] as const satisfies readonly KeyPlace[];

interface Group {
  readonly title: string;
  /** The keys that do one thing: each on its own, as they are pressed. */
  readonly acts: readonly { readonly words: string; readonly keys: readonly (readonly string[])[] }[];
}

const actWordsOf: Readonly<Record<keyof typeof recordKeys, () => string>> = {
  s: () => t('dialogs.keys.recordSession'),
  h: () => t('dialogs.keys.handOff'),
  o: () => t('dialogs.keys.outreach'),
  p: () => t('dialogs.keys.pause'),
  l: () => t('dialogs.keys.level'),
};
const actWords = (key: string): string => new Map(Object.entries(actWordsOf)).get(key)?.() ?? key;

function useGroups(): readonly Group[] {
  const bound = useBoundPlaces();
  const { send } = useSession().may;
  const screens = useScreens().map(({ key, words }) => ({ keys: [capsOf(`g ${key}`)], words: words() }));
  const acts = Object.entries(recordKeys)
    .filter(([, command]) => send.includes(command))
    .map(([key]) => ({ keys: [capsOf(`r ${key}`)], words: actWords(key) }));
  const shown = order
    .filter((place) => bound.has(place))
    .map((place): Group => ({
      title: t(`keys.places.${place}`),
      acts: keyMap[place].map((entry) => ({ words: entry.words(), keys: shownKeys(entry) })),
    }));
  return [
    ...shown,
    ...(bound.has('acts') && acts.length > 0 ? [{ title: t('dialogs.keys.act'), acts }] : []),
    { title: t('frame.screens'), acts: screens },
  ];
}

/** The map of keys, and the switch for single letters. */
export function KeysSheet({ opened, close }: { readonly opened: boolean; readonly close: () => void }) {
  const single = useSingleKeys();
  const groups = useGroups();
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('keys.title')}
      size={760}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <div className={style.groups}>
        {groups.map(({ title, acts }) => (
          <section key={title} className={style.group}>
            <h3>{title}</h3>
            <dl>
              {acts.map(({ keys, words }) => (
                <div key={words} className={style.row}>
                  <dt>
                    {keys.map((caps) => (
                      <span key={caps.join()} className={style.caps}>
                        {caps.map((cap) => (
                          <Kbd key={cap} size="xs">
                            {cap}
                          </Kbd>
                        ))}
                      </span>
                    ))}
                  </dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        mt="md"
        size="sm"
        label={t('keys.single')}
        description={t('keys.singleOff')}
        checked={single}
        onChange={(event) => switchSingleKeys(event.currentTarget.checked)}
      />
    </Modal>
  );
}
