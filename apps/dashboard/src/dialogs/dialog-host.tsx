import { Modal } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useSession } from '../frame/session.tsx';
import { actOf } from './catalogue.ts';
import style from './dialog.module.css';
import { useDialogs, useOpenDialog } from './use-dialog.ts';
import { useFocusAfter } from './use-focus-after.ts';

const ActDialog = lazy(async () => ({ default: (await import('./act-dialog.tsx')).ActDialog }));

/** The one place where dialogs stand: what the address opens, for those who may send it. */
export function DialogHost() {
  const asked = useOpenDialog();
  const { send } = useSession().may;
  const { close } = useDialogs();
  const [told, tell] = useState('');
  const open = asked !== undefined && send.includes(asked.command) ? asked : undefined;
  useFocusAfter(open);
  return (
    <>
      <Modal.Root
        opened={open !== undefined}
        onClose={close}
        size={open !== undefined && actOf(open.command).wide ? 760 : 580}
        yOffset="6vh"
        classNames={{ content: style.content ?? '' }}
        transitionProps={{ duration: 0 }}
      >
        <Modal.Overlay backgroundOpacity={0.35} blur={0} />
        <Modal.Content>
          <Suspense>
            {open !== undefined && (
              <ActDialog
                key={`${open.command} ${open.episodeId} ${open.about}`}
                open={open}
                close={close}
                tell={tell}
              />
            )}
          </Suspense>
        </Modal.Content>
      </Modal.Root>
      <div role="status" className="unseen">
        {told}
      </div>
    </>
  );
}
