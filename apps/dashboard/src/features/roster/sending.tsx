import { Button, Kbd } from '@mantine/core';
import { t } from '../../texts/texts.ts';
import style from './roster.module.css';
import { choices, type Result } from './session.ts';
import type { Recording } from './use-recording.ts';

interface SendingProps {
  readonly recording: Recording;
  readonly people: readonly { readonly episodeId: string; readonly recorded: object | null }[];
}

/** What was said, counted; what came of it; and the one button that sends it. */
export function Sending({ recording: { said, results, sending, sendAll }, people }: SendingProps) {
  const failed = people.filter(({ episodeId }) => isFailure(results.get(episodeId)));
  const done = people.filter(
    (person) =>
      !failed.includes(person) && (person.recorded !== null || results.get(person.episodeId)?.state === 'recorded'),
  );
  const open = people.filter((person) => person.recorded === null && !done.includes(person));
  const toSend = open.filter(({ episodeId }) => said.has(episodeId));
  const counts = choices
    .map(({ attendance }) => ({
      attendance,
      count: toSend.filter(({ episodeId }) => said.get(episodeId)?.attendance === attendance).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ attendance, count }) => `${count} ${t(`roster.counted.${attendance}`)}`);
  return (
    <div className={style.sending} role="region" aria-label={t('roster.sendingName')}>
      <span aria-live="polite">
        {sending
          ? t('roster.sending')
          : failed.length > 0
            ? t('roster.someFailed', { done: done.length, count: failed.length })
            : open.length === 0
              ? t('roster.allDone', { count: people.length })
              : [...counts, t('roster.notSaid', { count: open.length - toSend.length })].join(' · ')}
      </span>
      <span className={style.grow} />
      {toSend.length > 0 ? (
        <Button
          size="xs"
          h={30}
          loading={sending}
          onClick={() => void sendAll(people)}
          rightSection={<Kbd size="xs">Ctrl ↵</Kbd>}
        >
          {failed.length > 0
            ? t('roster.sendAgain', { count: toSend.length })
            : t('roster.send', { count: toSend.length })}
        </Button>
      ) : (
        open.length > 0 && <span className={style.quiet}>{t('roster.hint')}</span>
      )}
    </div>
  );
}

const isFailure = (result: Result | undefined): boolean =>
  result?.state === 'rejected' || result?.state === 'no-answer';
