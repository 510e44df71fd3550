import { Menu, UnstyledButton } from '@mantine/core';
import { IconLogout, IconSelector } from '@tabler/icons-react';
import { t } from '../texts/texts.ts';
import { useSession } from './session.tsx';
import { useSignOut } from './use-sign-out.ts';
import { useOwnSites } from './use-own-sites.ts';
import style from './frame.module.css';
import { initialsOf } from '../marks/people.ts';
import { roleWords } from './words.ts';

/** Who is signed in, as what and where; and the way out. At the foot of the navigation. */
export function PersonMenu() {
  const { actor } = useSession();
  const name = actor.name ?? actor.id;
  const sites = useOwnSites();
  const signOut = useSignOut();
  return (
    <Menu position="top-start" width={204} offset={4}>
      <Menu.Target>
        <UnstyledButton className={style.person}>
          <span className={style.initials} aria-hidden>
            {initialsOf(name)}
          </span>
          <span className={style.personWords}>
            <b>{name}</b> {roleWords(actor.role)}
          </span>
          <IconSelector size={14} stroke={1.75} className={style.personMore} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <b>{name}</b>
          <br />
          {roleWords(actor.role)}
          <br />
          {sites}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={15} stroke={1.75} aria-hidden />} onClick={signOut}>
          {t('signIn.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
