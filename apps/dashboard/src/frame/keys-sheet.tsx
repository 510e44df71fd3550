import { Kbd, Modal, Switch } from '@mantine/core';
import { t } from '../texts/texts.ts';
import { switchSingleKeys, useSingleKeys } from './keys.ts';
import { useScreens } from './screens.ts';
import style from './keys-sheet.module.css';

const everywhere = () => ({
  title: t('keys.everywhere'),
  keys: [
    { keys: ['Ctrl', 'K'], words: t('keys.goTo') },
    { keys: ['/'], words: t('keys.same') },
    { keys: ['?'], words: t('keys.sheet') },
    { keys: ['N'], words: t('keys.backToNow') },
    { keys: ['Esc'], words: t('keys.close') },
    { keys: ['Ctrl', '↵'], words: t('dialogs.keys.send') },
    { keys: ['Ctrl', 'Z'], words: t('dialogs.keys.undo') },
  ],
});
const groups = () => [
  {
    title: t('keys.board'),
    keys: [
      { keys: ['J'], words: t('keys.nextPerson') },
      { keys: ['K'], words: t('keys.personBefore') },
      { keys: ['←', '→'], words: t('keys.levels') },
      { keys: ['Enter'], words: t('keys.open') },
      { keys: ['F'], words: t('keys.filter') },
    ],
  },
  { title: t('keys.journey'), keys: [{ keys: ['W'], words: t('keys.why') }] },
  {
    title: t('dialogs.keys.act'),
    keys: [
      { keys: ['R', 'S'], words: t('dialogs.keys.recordSession') },
      { keys: ['R', 'H'], words: t('dialogs.keys.handOff') },
      { keys: ['R', 'O'], words: t('dialogs.keys.outreach') },
      { keys: ['R', 'P'], words: t('dialogs.keys.pause') },
      { keys: ['R', 'L'], words: t('dialogs.keys.level') },
    ],
  },
];

/** The map of keys, and the switch for single letters. */
export function KeysSheet({ opened, close }: { readonly opened: boolean; readonly close: () => void }) {
  const single = useSingleKeys();
  const goTo = useScreens().map(({ key, words }) => ({ keys: ['G', key.toUpperCase()], words: words() }));
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('keys.title')}
      size={440}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      {[everywhere(), { title: t('frame.screens'), keys: goTo }, ...groups()].map(({ title, keys }) => (
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
        label={t('keys.single')}
        description={t('keys.singleOff')}
        checked={single}
        onChange={(event) => switchSingleKeys(event.currentTarget.checked)}
      />
    </Modal>
  );
}
