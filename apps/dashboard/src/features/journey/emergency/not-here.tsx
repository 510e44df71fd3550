import { Button } from '@mantine/core';
import { useState } from 'react';
import { NotYours } from '../../../frame/not-found.tsx';
import { useSession } from '../../../frame/session.tsx';
import { t } from '../../../texts/texts.ts';
import { BreakTheGlassDialog } from './dialog.tsx';

/** Not there, or not for the caller: alike. Clinical staff may ask to see it in an emergency, whether or not it is there. */
export function NotHere({ episodeId }: { readonly episodeId: string }) {
  const { post } = useSession().may;
  const [opened, setOpened] = useState(false);
  const wayIn = post.includes('breakTheGlass') && (
    <Button size="xs" variant="subtle" color="gray" onClick={() => setOpened(true)}>
      {t('audit.inEmergency')}
    </Button>
  );
  return (
    <>
      <NotYours wayIn={wayIn} />
      <BreakTheGlassDialog episodeId={episodeId} opened={opened} close={() => setOpened(false)} />
    </>
  );
}
