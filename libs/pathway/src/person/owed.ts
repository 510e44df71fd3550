import type { Context } from '../decision.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import { notAsked, openTask } from '../tasks/open.ts';
import type { Task } from '../tasks/state.ts';
import { plusHours } from '../time.ts';

/** A pregnancy asks for obstetric care within the day (pathway §8), while the person is in care or waits for it. */
export function personOwed(journey: OpenedJourney): readonly Owed[] {
  if (journey.status === 'discharged') return [];
  return journey.pregnancies
    .filter(({ to, pregnancyId }) => to === undefined && notAsked(journey, 'obstetric-care', pregnancyId))
    .map(({ pregnancyId, recordedAt, eventId }) => ({
      at: recordedAt,
      cause: 'now',
      subject: pregnancyId,
      together: true,
      make: ({ now, programme }: Context) => {
        const dueAt = plusHours(now, programme.deadlines.obstetricHours);
        const asked = { kind: 'obstetric-care', role: 'nurse', subject: pregnancyId, dueAt } as const;
        return [{ ...openTask(journey, asked, now), causedBy: eventId }];
      },
    }));
}

/** Asked for while the person is pregnant and this programme is theirs. */
export function obstetricTask(journey: OpenedJourney, { subject }: Task): 'cancelled' | undefined {
  const goesOn = journey.pregnancies.some(({ pregnancyId, to }) => pregnancyId === subject && to === undefined);
  return goesOn && journey.status !== 'discharged' ? undefined : 'cancelled';
}
