import { Button, Group, Modal, MultiSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isStatus } from '../../api/request.ts';
import facts from '../../frame/facts-table.module.css';
import { Panel, PanelBody } from '../../frame/panel.tsx';
import { useSession } from '../../frame/session.tsx';
import { t } from '../../texts/texts.ts';
import { RebuildState } from './rebuild-state.tsx';
import { rebuildQuery, startRebuild } from './requests.ts';
import style from './system.module.css';

/** Builds read models beside the live ones, shows what differs, and puts them in their place when told to. */
export function Rebuild({ readModels }: { readonly readModels: readonly string[] }) {
  const { data: latest } = useQuery(rebuildQuery);
  const client = useQueryClient();
  const may = useSession().may.post.includes('startRebuild');
  const [models, setModels] = useState<string[]>([]);
  const [asked, setAsked] = useState(false);
  const starting = useMutation({
    mutationFn: startRebuild,
    onSettled: () => client.invalidateQueries({ queryKey: rebuildQuery.queryKey }),
  });
  const running = latest?.state === 'running';
  const differs = latest?.state === 'differs';
  return (
    <Panel title={t('system.rebuild.title')} detail={t('system.rebuild.why')}>
      <PanelBody>
        {may && (
          <div className={style.form}>
            <MultiSelect
              size="xs"
              className={style.models}
              label={t('system.rebuild.models')}
              {...(models.length === 0 && { placeholder: t('system.rebuild.all') })}
              data={[...readModels]}
              value={models}
              onChange={setModels}
              searchable
            />
            <Button
              size="xs"
              variant={differs ? 'default' : 'filled'}
              loading={running || starting.isPending}
              onClick={() => starting.mutate({ switch: false, ...(models.length > 0 && { models }) })}
            >
              {t('system.rebuild.compare')}
            </Button>
            {differs && (
              <Button size="xs" onClick={() => setAsked(true)}>
                {t('system.rebuild.switch')}
              </Button>
            )}
          </div>
        )}
        {starting.error !== null && (
          <p role="alert">{isStatus(starting.error, 409) ? t('system.rebuild.busy') : t('states.noAnswer')}</p>
        )}
        {latest === null && <p className={facts.quiet}>{t('system.rebuild.never')}</p>}
      </PanelBody>
      {latest && <RebuildState rebuild={latest} />}
      <Modal
        opened={asked}
        onClose={() => setAsked(false)}
        title={t('system.rebuild.sure')}
        centered
        size={460}
        closeButtonProps={{ 'aria-label': t('frame.close') }}
      >
        <p>{t('system.rebuild.sureWhy')}</p>
        <Group justify="flex-end" mt="lg" gap="sm">
          <Button variant="default" size="xs" onClick={() => setAsked(false)}>
            {t('system.rebuild.cancel')}
          </Button>
          <Button
            size="xs"
            onClick={() => {
              setAsked(false);
              if (latest) starting.mutate({ switch: true, models: latest.models });
            }}
          >
            {t('system.rebuild.switch')}
          </Button>
        </Group>
      </Modal>
    </Panel>
  );
}
