import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { send } from '../../api/commands.ts';
import { ProblemError } from '../../api/request.ts';
import { forgetUnsent, keepUnsent, unsentBy } from '../../api/unsent-attendance.ts';
import { useSession } from '../../frame/session.tsx';
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
  /**
   * Sends what was said of these people and is not recorded yet, a command for each; one that is rejected stops nobody
   * else. What was said of somebody who is not on the page any more is not sent.
   */
  readonly sendAll: (shown: readonly Shown[]) => Promise<void>;
  /** Leaves behind what was said. */
  readonly forget: () => void;
}

interface Shown {
  readonly episodeId: string;
  readonly recorded: object | null;
}

export function useRecording(session: SessionOfGroup): Recording {
  const client = useQueryClient();
  const actorId = useSession().actor.id;
  const [said, setSaid] = useState<ReadonlyMap<string, Said>>(() => new Map(unsentOfSession(actorId, session)?.said));
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(new Map());
  const [sending, setSending] = useState(false);

  const { group, startsAt, minutes } = session;
  useEffect(() => {
    const open = [...unsentOf(said, results)].map(([episodeId, one]): [string, Said] => [episodeId, one]);
    const of = { actorId, siteId: group.siteId, groupId: group.groupId, startsAt, minutes };
    if (open.length > 0) keepUnsent({ ...of, said: open });
    else if (unsentOfSession(actorId, { group, startsAt }) !== undefined) forgetUnsent();
  }, [actorId, group, startsAt, minutes, said, results]);

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

  const sendAll = async (shown: readonly Shown[]) => {
    const ids = new Set(shown.flatMap(({ episodeId, recorded }) => (recorded === null ? [episodeId] : [])));
    const open = unsentOf(said, results).filter(([episodeId]) => ids.has(episodeId));
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
    forget: forgetUnsent,
    sayMinutes: (episodeId, minutes) =>
      setSaid((now) => {
        const known = now.get(episodeId);
        return known === undefined ? now : changed(now, episodeId, { ...known, minutes });
      }),
  };
}

/** What the person had said of this session before it was taken from the page. */
function unsentOfSession(actorId: string, { group, startsAt }: Pick<SessionOfGroup, 'group' | 'startsAt'>) {
  const unsent = unsentBy(actorId);
  const isThis = unsent?.siteId === group.siteId && unsent.groupId === group.groupId && unsent.startsAt === startsAt;
  return isThis ? unsent : undefined;
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
