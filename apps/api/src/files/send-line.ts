import { Injectable } from '@nestjs/common';
import type { LineOutcome, LineResult } from '@stepway/contracts';
import type { CommandType } from '@stepway/pathway';
import type { Caller } from '../auth/caller.ts';
import { Journeys } from '../commands/journeys.ts';
import { ProblemError } from '../http/problem.ts';

export interface FactOfLine {
  readonly type: CommandType;
  /** Undefined for the command that opens the episode. */
  readonly episodeId?: string;
  readonly body: object;
}

/** Who sends, and whether it is only asked what would happen. */
export interface Sending {
  readonly caller: Caller;
  readonly dry: boolean;
}

/** What a line comes to; its number is known where lines are counted. */
export type LineDone = Omit<LineResult, 'line'>;

export const lineDone = (outcome: LineOutcome, more: Partial<LineDone> = {}): LineDone => ({
  ...{ outcome, done: [], faults: [] },
  ...more,
});

/** Sends what a line says as any command of the person who sends the file: same rights, same rules. */
@Injectable()
export class SendLine {
  constructor(private readonly journeys: Journeys) {}

  /** The id of the command comes from what it says: the same line twice changes nothing. */
  async send({ type, episodeId, body }: FactOfLine, { caller, dry }: Sending): Promise<LineDone> {
    const idempotencyKey = JSON.stringify(['file', type, episodeId ?? '', body]);
    const of = episodeId === undefined ? {} : { episodeId };
    try {
      const { answer, recorded } = await this.journeys.send({
        type,
        ...of,
        body,
        caller,
        options: { idempotencyKey, dry },
      });
      // What is asked dry and came before says nothing of what would follow.
      const isNew = dry ? answer.follows !== undefined && answer.events.length > 0 : recorded;
      const episode = dry && episodeId === undefined ? {} : { episodeId: answer.episodeId };
      return isNew ? lineDone('recorded', { done: [type], ...episode }) : lineDone('known', episode);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return { ...refused(error), ...of };
    }
  }
}

function refused({ problem: { status, name } }: ProblemError): LineDone {
  switch (status) {
    case 403:
      return lineDone('not-allowed');
    case 404:
      return lineDone('no-journey');
    case 409:
      return lineDone('rejected', { rejection: name });
    case 429:
    case 503:
      return lineDone('not-now');
    default:
      return lineDone('faulty', { faults: [{ column: '', fault: 'not-understood' }] });
  }
}
