import { Kbd, Modal, Switch } from '@mantine/core';
import { t } from '../texts/texts.ts';
import { switchSingleKeys, useSingleKeys } from './keys.ts';
import { useScreens } from './screens.ts';
import style from './keys-sheet.module.css';

const everywhere = {
  title: 'Everywhere',
  keys: [
    { keys: ['Ctrl', 'K'], words: 'Go to a person or a screen' },
    { keys: ['/'], words: 'The same' },
    { keys: ['?'], words: 'This sheet' },
    { keys: ['Esc'], words: 'Close' },
  ],
};
const groups = [
  {
    title: 'Board',
    keys: [
      { keys: ['J'], words: 'Next person (also ↓)' },
      { keys: ['K'], words: 'Person before (also ↑)' },
      { keys: ['←', '→'], words: 'Level before, next level' },
      { keys: ['Enter'], words: 'Open the journey' },
      { keys: ['F'], words: 'Filter by name' },
    ],
  },
  { title: 'Journey', keys: [{ keys: ['W'], words: 'Why: open the rules of the newest decision' }] },
];

/** The map of keys, and the switch for single letters. */
export function KeysSheet({ opened, close }: { readonly opened: boolean; readonly close: () => void }) {
  const single = useSingleKeys();
  const goTo = useScreens().map(({ key, words }) => ({ keys: ['G', key.toUpperCase()], words: words() }));
  return (
    <Modal opened={opened} onClose={close} title="Keys" size={440} closeButtonProps={{ 'aria-label': 'Close' }}>
      {[everywhere, { title: t('frame.screens'), keys: goTo }, ...groups].map(({ title, keys }) => (
        <section key={title} className={style.group}>
          <h3>{title}</h3>
          <dl>
            {keys.map(({ keys: names, words }) => (
              <div key={words + names.join()} className={style.row}>
                <dt>
                  {names.map((name) => (
                    <Kbd key={name} size="xs">
                      {name}
                    </Kbd>
                  ))}
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Switch
        mt="md"
        size="sm"
        label="Single keys act"
        description="Off: only Ctrl K, the arrows and Enter do"
        checked={single}
        onChange={(event) => switchSingleKeys(event.currentTarget.checked)}
      />
    </Modal>
  );
}
