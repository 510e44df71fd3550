import { Alert, Button, Group, Modal, Select, Textarea } from '@mantine/core';
import type { MovedJourney, ProgrammeView } from '@stepway/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemError } from '../../api/request.ts';
import facts from '../../frame/facts-table.module.css';
import { Panel, PanelBody } from '../../frame/panel.tsx';
import { problemWords } from '../../texts/problem-words.ts';
import { t } from '../../texts/texts.ts';
import { MovedTable } from './moved-table.tsx';
import style from './programmes.module.css';
import { moveJourneys } from './requests.ts';

interface MoveJourneysProps {
  readonly shown: ProgrammeView;
  readonly versions: readonly ProgrammeView[];
}

/** Who would move to another version, and who would stay and why; then, if a person says so, the move itself. */
export function MoveJourneys({ shown, versions }: MoveJourneysProps) {
  const others = versions.map(({ version }) => version).filter((version) => version !== shown.version);
  const [to, setTo] = useState(others[0]);
  const [tried, setTried] = useState(0);
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const moving = useMutation({
    mutationFn: ({ dry }: { readonly dry: boolean }): Promise<MovedJourney[]> => {
      setTried(0);
      setAsked(false);
      const wanted = { id: shown.id, from: shown.version, to: to ?? shown.version, dry, onProgress: setTried };
      return moveJourneys({ ...wanted, ...(!dry && { reason: reason.trim() }) });
    },
  });
  if (to === undefined) return <p className={facts.quiet}>{t('programmes.move.only')}</p>;
  const would = moving.data?.filter(({ outcome }) => outcome === 'would-move').length ?? 0;
  return (
    <Panel title={t('programmes.move.title', { version: shown.version })} detail={t('programmes.move.why')}>
      <PanelBody>
        <div className={style.line}>
          <Select
            size="xs"
            label={t('programmes.move.to')}
            data={others.map(String)}
            value={String(to)}
            allowDeselect={false}
            onChange={(version) => {
              moving.reset();
              setTo(Number(version));
            }}
          />
          <Button
            size="xs"
            variant={would > 0 ? 'default' : 'filled'}
            loading={moving.isPending}
            onClick={() => moving.mutate({ dry: true })}
          >
            {t('programmes.move.try')}
          </Button>
          {would > 0 && (
            <Button size="xs" onClick={() => setAsked(true)}>
              {t('programmes.move.act', { count: would })}
            </Button>
          )}
        </div>
        {moving.isPending && <p role="status">{t('programmes.move.trying', { count: tried })}</p>}
        {moving.error !== null && (
          <Alert color="gray" variant="outline" role="alert">
            {moving.error instanceof ProblemError ? problemWords(moving.error.problem) : t('states.noAnswer')}
          </Alert>
        )}
      </PanelBody>
      {moving.data !== undefined && <MovedTable journeys={moving.data} />}
      <Modal
        opened={asked}
        onClose={() => setAsked(false)}
        title={t('programmes.move.sure', { version: to })}
        centered
        size={480}
        closeButtonProps={{ 'aria-label': t('frame.close') }}
      >
        <p>{t('programmes.move.sureWhy')}</p>
        <Textarea
          mt="md"
          label={t('programmes.move.reason')}
          autosize
          minRows={2}
          maxLength={2_000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="lg" gap="sm">
          <Button variant="default" size="xs" onClick={() => setAsked(false)}>
            {t('programmes.move.cancel')}
          </Button>
          <Button size="xs" onClick={() => moving.mutate({ dry: false })}>
            {t('programmes.move.act', { count: would })}
          </Button>
        </Group>
      </Modal>
    </Panel>
  );
}
