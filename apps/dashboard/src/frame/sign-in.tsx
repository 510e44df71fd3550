import { Code } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { StatePanel } from './states.tsx';
import style from './sign-in.module.css';

/** Nobody is signed in: how to get a link. */
export function SignIn() {
  return (
    <main className={style.page}>
      <div className={style.panel}>
        <h1 className={style.brand}>
          <img src="/stepway.svg" width="22" height="22" alt="" />
          Stepway
        </h1>
        <StatePanel icon={IconKey} title="You are not signed in">
          Open the sign-in link that <Code>npm start</Code> printed in its terminal. A link works once and for ten
          minutes; for a new one run <Code className={style.command}>npm run stepway -- sign-in</Code> and open what it
          prints in this browser.
        </StatePanel>
      </div>
    </main>
  );
}
