import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { FoundPerson } from '../../dialogs/layouts/person-search.tsx';
import { useSession } from '../../frame/session.tsx';
import { t } from '../../texts/texts.ts';
import { refusedIn, releaseOf } from './correction.ts';
import { Dismiss } from './dismiss.tsx';
import style from './messages.module.css';
import { NotDecided } from './not-decided.tsx';
import { release, type Message } from './requests.ts';
import { SentText } from './sent-text.tsx';
import { Whom } from './whom.tsx';

interface ReleaseFormProps {
  readonly message: Message;
  readonly decided: () => Promise<void>;
}

/** What was sent, to whom it belongs and what it should have said; then it is taken up again, or never. */
export function ReleaseForm({ message, decided }: ReleaseFormProps) {
  const { may } = useSession();
  const place = useRef<HTMLDivElement>(null);
  // The button that opened it is gone: its words have the focus.
  useEffect(() => place.current?.querySelector('pre')?.focus(), []);
  const [person, choose] = useState<FoundPerson>();
  const [text, correct] = useState<string>();
  const releasing = useMutation({
    mutationFn: () => release(message.messageId, releaseOf({ patientId: person?.patientId, text }, message.text)),
    onSuccess: decided,
  });
  const { error } = releasing;
  const refused = refusedIn(error);
  const empty = text?.trim() === '';
  return (
    // No form: Enter in the search for a person must not release the message without one.
    <div ref={place} className={style.form}>
      <SentText
        came={message.text}
        text={text}
        correct={correct}
        error={empty || refused.has('text') ? t('messages.wrong.text') : undefined}
      />
      {may.post.includes('releaseMessage') && may.ask.includes('patients') && (
        <Whom
          person={person}
          error={refused.has('patientId') ? t('messages.wrong.patientId') : undefined}
          choose={choose}
        />
      )}
      {error !== null && refused.size === 0 && <NotDecided error={error} />}
      <p className={style.hint}>{t('messages.releaseWhy')}</p>
      <div className={style.acts}>
        {may.post.includes('dismissMessage') && <Dismiss messageId={message.messageId} decided={decided} />}
        {may.post.includes('releaseMessage') && (
          <Button size="xs" loading={releasing.isPending} onClick={() => !empty && releasing.mutate()}>
            {t('messages.release')}
          </Button>
        )}
      </div>
    </div>
  );
}
