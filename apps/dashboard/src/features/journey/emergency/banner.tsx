import { Button } from '@mantine/core';
import type { OpenEmergency } from '@stepway/contracts';
import { IconUrgent } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNow } from '../../../api/now.ts';
import { leftOrOver } from '../../../marks/time.ts';
import { Marked } from '../../../texts/marked.tsx';
import { t } from '../../../texts/texts.ts';
import style from './emergency.module.css';
import { endEmergency } from './requests.ts';

const strong = (words: string) => <strong>{words}</strong>;

/** Says that this journey is seen by an emergency access, and for how long; ends it. */
export function EmergencyBanner({ emergency }: { readonly emergency: OpenEmergency }) {
  const { emergencyId, episodeId, until } = emergency;
  const now = useNow();
  const client = useQueryClient();
  const ending = useMutation({
    mutationFn: () => endEmergency(emergencyId),
    // What was seen does not stay on the page.
    onSettled: () => client.resetQueries({ queryKey: ['journey', episodeId] }),
  });
  const isOver = Date.parse(until) <= now;
  useEffect(() => {
    if (isOver) void client.resetQueries({ queryKey: ['journey', episodeId] });
  }, [isOver, client, episodeId]);
  return (
    <div className={style.banner} role="region" aria-label={t('audit.underEmergency')}>
      <IconUrgent size={16} stroke={1.75} aria-hidden />
      <p>
        <Marked text={t('audit.banner', { left: leftOrOver(until, now) })} as={strong} />
      </p>
      <Button size="compact-sm" variant="default" loading={ending.isPending} onClick={() => ending.mutate()}>
        {t('audit.endNow')}
      </Button>
    </div>
  );
}
