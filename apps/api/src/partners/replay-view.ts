import type { ReplayView } from '@stepway/contracts';
import { partnerReplayTopic } from '@stepway/contracts/names';
import { replaysADay, type Replay } from '@stepway/partners';
import { ProblemError } from '../http/problem.ts';

export const replayView = (replay: Replay): ReplayView => ({
  jobId: replay.jobId,
  topic: partnerReplayTopic(replay.partnerId, replay.jobId),
  after: Number(replay.afterPosition),
  until: Number(replay.untilPosition),
  position: Number(replay.position),
  sent: replay.sent,
  requestedAt: replay.requestedAt,
  finishedAt: replay.finishedAt ?? null,
});

export const tooManyReplays = (): ProblemError =>
  new ProblemError({
    name: 'too-many-replays',
    status: 429,
    title: `A replay is under way, or ${replaysADay} were asked for in a day`,
    headers: { 'retry-after': '60' },
  });
