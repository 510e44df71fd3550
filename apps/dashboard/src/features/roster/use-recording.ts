import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../api/commands.ts';
import { ProblemError } from '../../api/request.ts';
import { problemWords } from '../../texts/problem-words.ts';
import { t } from '../../texts/texts.ts';
import { unsentOf } from './unsent.ts';
import { recording, type Choice, type Result, type Said, type SessionOfGroup } from './session.ts';

/** So many are under way at once. */
const atOnce = 4;

export interface Recording {
  readonly said: ReadonlyMap<string, Said>;
  readonly results: ReadonlyMap<string, Result>;
  readonly sending: boolean;
  /** Says something of a person, or takes it back. */
  readonly say: (episodeId: string, attendance: Choice | undefined) => void;
  readonly sayMinutes: (episodeId: string, minutes: number) => void;
  /** Sends what was said and is not recorded yet, a command for each person; one that is rejected stops nobody else. */
  readonly sendAll: () => Promise<void>;
}

export function useRecording(session: SessionOfGroup): Recording {
  const client = useQueryClient();
  const [said, setSaid] = useState<ReadonlyMap<string, Said>>(new Map());
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(new Map());
  const [sending, setSending] = useState(false);

  const setResult = (episodeId: string, result: Result | undefined) =>
    setResults((now) => changed(now, episodeId, result));
  const say = (episodeId: string, attendance: Choice | undefined) => {
    if (results.get(episodeId)?.state === 'recorded' || sending) return;
    setResult(episodeId, undefined);
    const next = attendance && { attendance, minutes: session.minutes };
    setSaid((now) => changed(now, episodeId, next));
  };

  const sendOne = async (episodeId: string, one: Said) => {
    setResult(episodeId, { state: 'sending' });
    try {
      await send({ episodeId, command: 'RecordSession', ...recording(session, episodeId, one) });
      setResult(episodeId, { state: 'recorded' });
    } catch (error) {
      setResult(
        episodeId,
        error instanceof ProblemError
          ? { state: 'rejected', words: problemWords(error.problem) }
          : { state: 'no-answer', words: t('roster.noAnswer') },
      );
    }
  };

  const sendAll = async () => {
    const open = [...unsentOf(said, results)];
    if (open.length === 0 || sending) return;
    setSending(true);
    const next = async (): Promise<void> => {
      const one = open.shift();
      if (one === undefined) return;
      await sendOne(...one);
      await next();
    };
    await Promise.all(Array.from({ length: atOnce }, next));
    setSending(false);
    await client.invalidateQueries({ queryKey: ['day-list', 'roster'] });
  };

  return {
    ...{ said, results, sending, say, sendAll },
    sayMinutes: (episodeId, minutes) =>
      setSaid((now) => {
        const known = now.get(episodeId);
        return known === undefined ? now : changed(now, episodeId, { ...known, minutes });
      }),
  };
}

function changed<Value>(
  map: ReadonlyMap<string, Value>,
  key: string,
  value: Value | undefined,
): ReadonlyMap<string, Value> {
  const next = new Map(map);
  if (value === undefined) next.delete(key);
  else next.set(key, value);
  return next;
}
