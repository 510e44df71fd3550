import { Button, Group, Menu, Modal } from '@mantine/core';
import { dismissalReasons } from '@stepway/contracts';
import { IconChevronDown } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { t } from '../../texts/texts.ts';
import style from './messages.module.css';
import { NotDecided } from './not-decided.tsx';
import { dismiss, type DismissalReason } from './requests.ts';

interface DismissProps {
  readonly messageId: string;
  readonly decided: () => Promise<void>;
}

/** It will not become facts: the reason is chosen first, then it is asked once more, for its words are erased. */
export function Dismiss({ messageId, decided }: DismissProps) {
  const [reason, choose] = useState<DismissalReason>();
  const dismissing = useMutation({
    mutationFn: (reasonCode: DismissalReason) => dismiss(messageId, reasonCode),
    onSuccess: decided,
  });
  const leave = () => {
    choose(undefined);
    dismissing.reset();
  };
  return (
    <>
      <Menu position="top-end" width={260}>
        <Menu.Target>
          <Button variant="default" size="xs" rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}>
            {t('messages.dismiss')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {dismissalReasons.map((one) => (
            <Menu.Item key={one} onClick={() => choose(one)}>
              {t(`messages.dismissals.${one}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={reason !== undefined}
        onClose={leave}
        title={t('messages.sure')}
        centered
        size={460}
        closeButtonProps={{ 'aria-label': t('frame.close') }}
      >
        {reason !== undefined && (
          <>
            <p className={style.reason}>{t(`messages.dismissals.${reason}`)}</p>
            <p>{t('messages.sureWhy')}</p>
            {dismissing.error !== null && <NotDecided error={dismissing.error} />}
            <Group justify="flex-end" mt="lg" gap="sm">
              <Button variant="default" size="xs" onClick={leave}>
                {t('messages.keep')}
              </Button>
              <Button size="xs" loading={dismissing.isPending} onClick={() => dismissing.mutate(reason)}>
                {t('messages.erase')}
              </Button>
            </Group>
          </>
        )}
      </Modal>
    </>
  );
}
