import { Alert, Button, Group, Modal, Select, Textarea } from '@mantine/core';
import { emergencyKinds } from '@stepway/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemError } from '../../../api/request.ts';
import { problemWords } from '../../../texts/problem-words.ts';
import { t } from '../../../texts/texts.ts';
import style from './emergency.module.css';
import { breakTheGlass } from './requests.ts';

interface DialogProps {
  readonly episodeId: string;
  readonly opened: boolean;
  readonly close: () => void;
}

type Kind = (typeof emergencyKinds)[number];

/** Asks why a journey of elsewhere is needed now, and says what follows from it. */
export function BreakTheGlassDialog({ episodeId, opened, close }: DialogProps) {
  const [kind, setKind] = useState<Kind>('overdose');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const client = useQueryClient();
  const opening = useMutation({
    mutationFn: () => breakTheGlass(episodeId, { kind, reason: reason.trim() }),
    onSuccess: () => client.resetQueries({ queryKey: ['journey', episodeId] }),
  });
  const { error } = opening;
  const missing = reason.trim() === '';
  const submit = () => {
    setTried(true);
    if (!missing) opening.mutate();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('audit.open')}
      centered
      size={560}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <form
        noValidate
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>{t('audit.openWhat')}</p>
        {error !== null && (
          <Alert color="gray" variant="outline" role="alert" className={style.refused}>
            {error instanceof ProblemError ? problemWords(error.problem) : t('states.noAnswer')} {t('audit.kept')}
          </Alert>
        )}
        <Select
          label={t('audit.kind')}
          data={emergencyKinds.map((value) => ({ value, label: t(`audit.kinds.${value}`) }))}
          value={kind}
          allowDeselect={false}
          onChange={(chosen) => setKind(emergencyKinds.find((one) => one === chosen) ?? 'other')}
        />
        <Textarea
          label={t('audit.reason')}
          description={t('audit.reasonWhy')}
          required
          autosize
          minRows={3}
          maxLength={2_000}
          value={reason}
          error={tried && missing ? t('audit.reasonNeeded') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" size="xs" onClick={close}>
            {t('audit.cancel')}
          </Button>
          <Button type="submit" size="xs" loading={opening.isPending}>
            {t('audit.openIt')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
