import { Button, Kbd, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import type { EpisodeView, EventView } from '@stepway/contracts';
import { IconAlertCircle } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { nameOf } from '../marks/people.ts';
import { t } from '../texts/texts.ts';
import { ActingContext, type Acting } from './acting.ts';
import { Context } from './context-lines.tsx';
import style from './dialog.module.css';
import { Fields } from './form-fields.tsx';
import { useFirstFocus, useSubmitKey } from './form-keys.ts';
import { Subtitle } from './subtitle.tsx';
import type { Trouble } from './rejection.ts';
import { useActingFor } from './use-acting.ts';
import type { OpenDialog } from './use-dialog.ts';
import { useSending } from './use-sending.ts';
import { WhatWillHappen } from './what-will-happen.tsx';
import { actName, said } from './words.ts';

interface CommandFormProps {
  readonly open: OpenDialog;
  readonly journey: EpisodeView | undefined;
  readonly events: readonly EventView[];
  readonly close: () => void;
  readonly tell: (words: string) => void;
}

/** The form of a command: its fields, what will happen, and the button named by the effect. */
export function CommandForm({ open, journey, events, close, tell }: CommandFormProps) {
  const { acting, tell: tellEvent } = useActingFor(open, journey, events);
  const [asks, setAsks] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { send, sending, trouble, finished } = useSending({ acting, episodeId: open.episodeId, close, tell, form });
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      !finished.current && acting.form.isDirty() && dialogIn(current.search) !== dialogIn(next.search),
    enableBeforeUnload: () => !finished.current && acting.form.isDirty(),
    withResolver: true,
  });
  useFirstFocus(form);
  const { confirm } = acting.act;
  const submit = (event?: Pick<Event, 'preventDefault'>) => {
    event?.preventDefault();
    // Ctrl Enter, pressed again or held down, is the same wish.
    if (sending || finished.current) return;
    if (!send.check()) return setAsks(false);
    if (confirm !== undefined && !asks) return setAsks(true);
    setAsks(false);
    send.now();
  };
  useSubmitKey(form, submit);
  const level = effectLevel(acting);

  return (
    <ActingContext value={acting}>
      <form ref={form} className={style.form} onSubmit={submit} noValidate>
        <Modal.Header className={style.header} role="presentation">
          <div>
            <Modal.Title className={style.title}>{actName(open.command)}</Modal.Title>
            {journey !== undefined && <Subtitle journey={journey} />}
          </div>
          <Modal.CloseButton aria-label={t('dialogs.close')} />
        </Modal.Header>
        <Modal.Body className={style.body}>
          <Context />
          <Fields />
          {open.episodeId !== undefined && <WhatWillHappen episodeId={open.episodeId} tell={tellEvent} />}
        </Modal.Body>
        {trouble.length > 0 && <Troubles troubles={trouble} />}
        {leaving.status === 'blocked' ? (
          <Question
            words={t('dialogs.unsent')}
            back={t('dialogs.keepEntries')}
            go={t('dialogs.discardEntries')}
            onBack={leaving.reset}
            onGo={leaving.proceed}
          />
        ) : asks && confirm !== undefined ? (
          <Question
            words={`${said(`dialogs.confirm${confirm}`, { person: journey === undefined ? '' : nameOf(journey) })}${confirm === 'Override' ? '' : ` ${t('dialogs.cannotBeUndone')}`}`}
            back={t('dialogs.back')}
            go={t('dialogs.confirmYes', { act: said(`acts.${open.command}.send`, { level }) })}
            onBack={() => setAsks(false)}
            onGo={() => submit()}
          />
        ) : (
          <footer className={style.footer} role="presentation">
            <span className={style.foot}>{footOf(acting, trouble)}</span>
            <Button variant="default" onClick={close}>
              {t('dialogs.cancel')}
            </Button>
            <Button
              type="submit"
              loading={sending}
              loaderProps={{ type: 'dots' }}
              rightSection={
                <Kbd size="xs" className={style.kbd} aria-hidden>
                  Ctrl ↵
                </Kbd>
              }
            >
              {said(`acts.${open.command}.send`, { level })}
            </Button>
          </footer>
        )}
      </form>
    </ActingContext>
  );
}

const dialogIn = (search: object): unknown => ('do' in search ? search.do : undefined);

/** The level that the button names. */
function effectLevel({ form, level, journey }: Acting): string {
  const id = form.values['to'] ?? form.values['level'] ?? journey?.transition?.to;
  return typeof id === 'string' && id !== '' ? level(id).title : '…';
}

function footOf({ command }: Acting, trouble: readonly Trouble[]): string {
  if (trouble.length > 0 && trouble.every(({ written }) => written === 'nothing')) return t('dialogs.nothingWritten');
  return command === 'ChangeLevelOfCare' || command === 'DecideProposal' ? t('dialogs.decidedByPerson') : '';
}

/** What is about the wish as a whole; what is about a field stands at the field. */
const Troubles = ({ troubles }: { readonly troubles: readonly Trouble[] }) => (
  <div role="alert" className={style.troubles}>
    {troubles
      .filter(({ path }) => path === undefined)
      .map(({ says, way }) => (
        <p key={says}>
          <IconAlertCircle size={16} stroke={1.75} aria-hidden />
          <span>
            <b>{says}</b> {way}
          </span>
        </p>
      ))}
  </div>
);

interface QuestionProps {
  readonly words: string;
  readonly back: string;
  readonly go: string;
  readonly onBack: () => void;
  readonly onGo: () => void;
}

/** Stands in place of the buttons until it is answered; the way back has the focus. */
function Question({ words, back, go, onBack, onGo }: QuestionProps) {
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => stay.current?.focus(), []);
  return (
    <div role="alertdialog" aria-label={words} className={style.footer} data-asks>
      <span className={style.question}>{words}</span>
      <Button ref={stay} variant="default" onClick={onBack}>
        {back}
      </Button>
      <Button className={style.go} onClick={onGo}>
        {go}
      </Button>
    </div>
  );
}
