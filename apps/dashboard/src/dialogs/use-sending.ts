import { commandBodies, type CommandAnswer } from '@stepway/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { createElement, useRef, useState, type RefObject } from 'react';
import { send } from '../api/commands.ts';
import { useSession } from '../frame/session.tsx';
import { t } from '../texts/texts.ts';
import type { Acting } from './acting.ts';
import { showWhatWasWritten } from './after-sending.ts';
import { FieldTrouble } from './field-trouble.tsx';
import { faultsIn } from './form/faults.ts';
import { bodyOf, type Body } from './form/values.ts';
import { troubleOf, type Trouble } from './rejection.ts';
import { isShown } from './shown-fields.ts';
import { offerUndo, undoingOf } from './undo.tsx';
import { actDone } from './words.ts';

interface Sending {
  readonly acting: Acting;
  readonly episodeId: string | undefined;
  readonly close: () => void;
  readonly tell: (words: string) => void;
  readonly form: RefObject<HTMLFormElement | null>;
}

/** Checks by the contract, sends under one key for the life of the dialog, and says what came of it. */
export function useSending({ acting, episodeId = '', close, tell, form: element }: Sending) {
  const { command, act, fields, form, wall, level, time, now } = acting;
  const client = useQueryClient();
  const navigate = useNavigate();
  const { send: maySend } = useSession().may;
  const [key] = useState(() => crypto.randomUUID());
  const [trouble, setTrouble] = useState<readonly Trouble[]>([]);
  const finished = useRef(false);
  const body = () => bodyOf(fields, form.values, wall);
  const toFirstFault = () =>
    // After the faults are on the page.
    requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());

  /** Whether the contract and what the rules always ask for are met; else each fault stands at its field. */
  const check = (): boolean => {
    const parsed = commandBodies[command].safeParse(body());
    const faults = parsed.success ? {} : faultsIn(parsed.error.issues);
    const all =
      act.reason === 'required' && !form.values['reason'] ? { ...faults, reason: t('dialogs.fault.required') } : faults;
    setTrouble([]);
    form.setErrors(all);
    if (Object.keys(all).length > 0) toFirstFault();
    return Object.keys(all).length === 0;
  };

  const done = (answer: CommandAnswer, sent: Readonly<Record<string, unknown>>) => {
    finished.current = true;
    const words = actDone(command, doneLevel(sent, acting));
    tell(words);
    if (command === 'OpenEpisode')
      void navigate({ to: '/journeys/$episodeId/{-$tab}', params: { episodeId: answer.episodeId } });
    else close();
    const undoing = undoingOf(command, sent, answer, maySend);
    if (undoing !== undefined)
      offerUndo({ episodeId: answer.episodeId, done: words, undoing: () => undoing, client, tell });
    return showWhatWasWritten(client, answer);
  };

  const { mutate, isPending } = useMutation({
    mutationFn: async (sent: Body) => ({
      sent,
      answer: await send({ episodeId, command, body: sent, key }),
    }),
    onSuccess: ({ answer, sent }) => void done(answer, sent),
    onError: (error) => {
      const context = { now, moment: (at: string) => time.moment(at, now), level: (id: string) => level(id).title };
      const troubles = troubleOf(error, context).map((one) =>
        isShown(acting, one.path) ? one : { ...one, path: undefined },
      );
      setTrouble(troubles);
      form.setErrors(
        Object.fromEntries(
          troubles.flatMap((one) => (one.path === undefined ? [] : [[one.path, createElement(FieldTrouble, one)]])),
        ),
      );
      toFirstFault();
    },
  });
  return { send: { check, now: () => mutate(body()) }, sending: isPending, trouble, finished };
}

function doneLevel(sent: Readonly<Record<string, unknown>>, { level, journey }: Acting): string {
  const id = sent['to'] ?? sent['level'] ?? journey?.transition?.to;
  return typeof id === 'string' ? level(id).title : '';
}
