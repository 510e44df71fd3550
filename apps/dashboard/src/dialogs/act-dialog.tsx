import { Modal, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isStatus } from '../api/request.ts';
import { eventsQuery, journeyQuery } from '../features/journey/get-journey.ts';
import { t } from '../texts/texts.ts';
import { CommandForm } from './command-form.tsx';
import style from './dialog.module.css';
import type { OpenDialog } from './use-dialog.ts';
import { actName } from './words.ts';
import '@mantine/dates/styles.layer.css';

interface ActDialogProps {
  readonly open: OpenDialog;
  readonly close: () => void;
  /** Says to those who do not see the page what was done. */
  readonly tell: (words: string) => void;
}

const none: readonly never[] = [];

/** Reads the journey that the command is for, then shows its form. */
export function ActDialog({ open, close, tell }: ActDialogProps) {
  const { episodeId = '' } = open;
  const wanted = episodeId !== '';
  const journey = useQuery({ ...journeyQuery(episodeId), enabled: wanted });
  const events = useQuery({ ...eventsQuery(episodeId), enabled: wanted });
  // A form begins with what the journey is now, not with what was read of it when it was looked at before.
  const ready =
    !wanted ||
    (journey.data !== undefined && journey.isFetchedAfterMount && (events.data !== undefined || events.error !== null));
  return (
    <>
      {ready ? (
        <CommandForm open={open} journey={journey.data} events={events.data ?? none} close={close} tell={tell} />
      ) : (
        <>
          <Modal.Header className={style.header} role="presentation">
            <Modal.Title className={style.title}>{actName(open.command)}</Modal.Title>
            <Modal.CloseButton aria-label={t('dialogs.close')} />
          </Modal.Header>
          <Modal.Body className={style.body}>
            {journey.error === null ? (
              <div aria-busy aria-label={t('dialogs.loading')} role="img">
                <Skeleton height={34} mb={12} />
                <Skeleton height={34} mb={12} />
                <Skeleton height={64} />
              </div>
            ) : (
              <p>{isStatus(journey.error, 404) ? t('dialogs.notHere') : t('dialogs.effectUnknown')}</p>
            )}
          </Modal.Body>
        </>
      )}
    </>
  );
}
