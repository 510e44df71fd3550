import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { mayBeWithdrawn, type CommandAnswer } from '@stepway/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { send, type CommandInput, type CommandName } from '../api/commands.ts';
import { t } from '../texts/texts.ts';
import { showWhatWasWritten } from './after-sending.ts';
import { actOf } from './catalogue.ts';
import { forgetUndo, rememberUndo } from './undo-latest.ts';
import style from './undo.module.css';

const offeredMs = 10_000;

/** What takes a command back, and its body; undefined where nothing does. */
export interface Undoing {
  readonly command: CommandName;
  readonly body: CommandInput<CommandName>;
}

/** How what was just recorded is taken back: the fact withdrawn, or the opposite command on what it made. */
export function undoingOf(
  command: CommandName,
  body: Readonly<Record<string, unknown>>,
  { events }: Pick<CommandAnswer, 'events'>,
  maySend: readonly string[],
): Undoing | undefined {
  const { undo } = actOf(command);
  const [fact] = events.filter(({ type }) => mayBeWithdrawn(type));
  if (undo === undefined || events.length === 0) return undefined;
  const undoing: Undoing | undefined =
    undo === 'withdraw'
      ? fact && { command: 'WithdrawFact', body: { eventId: fact.id, reasonCode: 'entered-in-error' } }
      : { command: undo.command, body: onSame(undo.field, body) };
  return undoing !== undefined && maySend.includes(undoing.command) ? undoing : undefined;
}

/** A body about the thing that was just made. */
const onSame = (field: string, made: Readonly<Record<string, unknown>>) =>
  ({ [field]: made[field], reason: t('dialogs.undoing.reason') }) as unknown as CommandInput<CommandName>;

interface Offer {
  readonly episodeId: string;
  readonly done: string;
  readonly undoing: () => Undoing;
  readonly client: QueryClient;
  readonly tell: (words: string) => void;
}

/** Says for ten seconds that something was done, and takes it back if asked. */
export function offerUndo({ episodeId, done, undoing, client, tell }: Offer): void {
  const id = crypto.randomUUID();
  const drawn = {
    classNames: { root: style.toast ?? '', body: style.body ?? '' },
    closeButtonProps: { 'aria-label': t('dialogs.close') },
  };
  const takeBack = () => {
    notifications.hide(id);
    void send({ episodeId, ...undoing(), key: id })
      .then((answer) => {
        tell(t('dialogs.undone', { act: done }));
        return showWhatWasWritten(client, answer);
      })
      .catch(() => {
        tell(t('dialogs.notUndone'));
        // It answers a press: who sees the page sees it, too, until they have read it.
        notifications.show({ ...drawn, autoClose: false, message: <span>{t('dialogs.notUndone')}</span> });
      });
  };
  rememberUndo(takeBack);
  notifications.show({
    id,
    autoClose: offeredMs,
    onClose: () => forgetUndo(takeBack),
    ...drawn,
    message: (
      <span className={style.said}>
        {done}
        <Button size="compact-sm" variant="default" onClick={takeBack}>
          {t('dialogs.undo')}
        </Button>
      </span>
    ),
  });
}
