import type { Context } from '../decision.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import { notAsked, openTask } from '../tasks/open.ts';
import type { Task } from '../tasks/state.ts';
import { fromMs, toMs } from '../time.ts';

/**
 * A positive answer about suicide is somebody's at once, whatever the score and whatever the status of the journey:
 * acknowledged within minutes, then by the phone tree (pathway §8, crisis).
 */
export function instrumentsOwed(journey: OpenedJourney): readonly Owed[] {
  return journey.instruments
    .filter(({ suicideItem, instrumentId }) => suicideItem && notAsked(journey, 'suicide-risk', instrumentId))
    .map(({ instrumentId, recordedAt, eventId }) => ({
      at: recordedAt,
      cause: 'now',
      subject: instrumentId,
      together: true,
      make: ({ now, programme }: Context) => {
        const dueAt = fromMs(toMs(now) + programme.crisis.acknowledgeMinutes * 60_000);
        const asked = {
          kind: 'suicide-risk',
          role: programme.crisis.phoneTree[0],
          subject: instrumentId,
          dueAt,
        } as const;
        return [{ ...openTask(journey, asked, now), causedBy: eventId }];
      },
    }));
}

/** It stands until somebody says what was done, or until the answers prove to be recorded in error. */
export const suicideRiskTask = ({ instruments }: OpenedJourney, { subject }: Task): 'cancelled' | undefined =>
  instruments.some(({ instrumentId, suicideItem }) => instrumentId === subject && suicideItem)
    ? undefined
    : 'cancelled';
