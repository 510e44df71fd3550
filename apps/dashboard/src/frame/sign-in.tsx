import { Button } from '@mantine/core';
import { IconClockOff, IconKey, IconLogin2 } from '@tabler/icons-react';
import { hasSignedOut } from '../api/sign-out.ts';
import { t } from '../texts/texts.ts';
import { StatePanel } from './states.tsx';
import { returnTo, troubleIn } from './way-back.ts';
import style from './sign-in.module.css';

/** Nobody is signed in: why, where that is known, and the way to the sign-in provider. */
export function SignIn({ ended }: { readonly ended: boolean }) {
  const trouble = troubleIn(location.search);
  const why = trouble ?? (ended ? 'ended' : hasSignedOut() ? 'signedOut' : 'nobody');
  return (
    <main className={style.page}>
      <div className={style.panel}>
        <h1 className={style.brand}>
          <img src="/stepway.svg" width="22" height="22" alt="" />
          Stepway
        </h1>
        <div role={trouble === undefined ? undefined : 'alert'}>
          <StatePanel
            icon={ended ? IconClockOff : IconKey}
            title={t(`signIn.${why}.title`)}
            action={
              <Button
                component="a"
                href={`/sign-in?${new URLSearchParams({ return_to: returnTo(location) })}`}
                leftSection={<IconLogin2 size={16} stroke={1.75} aria-hidden />}
              >
                {t('signIn.signIn')}
              </Button>
            }
          >
            {t(`signIn.${why}.words`)}
          </StatePanel>
        </div>
      </div>
    </main>
  );
}
