import type { OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import type { Programme } from '../programme/programme.ts';
import type { ExternalEncounter } from '../external-encounters/state.ts';
import { openTask, taskOf } from '../tasks/open.ts';
import { daysBetween, plusHours } from '../time.ts';

/**
 * An overdose that was reversed is a crisis while it is recent: the next one is most likely within days. One that is
 * told of later asks for the overdose check all the same, at any status.
 */
export const reversalsOwed = (journey: OpenedJourney, programme: Programme): readonly Owed[] =>
  journey.externalEncounters
    .filter(({ kind }) => kind === 'overdose-reversal')
    .flatMap((encounter) => reversalOwed(journey, encounter, programme));

function reversalOwed(journey: OpenedJourney, encounter: ExternalEncounter, programme: Programme): readonly Owed[] {
  const { encounterId, from, recordedAt, eventId: causedBy } = encounter;
  const { overdoseWithinHours } = programme.crisis;
  const isNear = (at: string): boolean => Math.abs(daysBetween(from, at)) * 24 <= overdoseWithinHours;
  const owed = { at: recordedAt, cause: 'now', subject: encounterId } as const;

  if (!isNear(recordedAt)) {
    if (taskOf(journey, 'overdose-check', encounterId)) return [];
    const make: Owed['make'] = ({ now, programme: { deadlines } }) => {
      const dueAt = plusHours(now, deadlines.sameDayHours);
      return [
        {
          ...openTask(journey, { kind: 'overdose-check', role: 'nurse', subject: encounterId, dueAt }, now),
          causedBy,
        },
      ];
    };
    return [{ ...owed, make }];
  }
  // Raised by a person already, it is the same overdose.
  const known = journey.crises.some(
    (crisis) => crisis.encounterId === encounterId || (crisis.kind === 'overdose' && isNear(crisis.raisedAt)),
  );
  if (known) return [];
  const data = { crisisId: `overdose.${encounterId}`, kind: 'overdose', actions: [], encounterId } as const;
  return [{ ...owed, make: () => [{ type: 'CrisisRaised', occurredAt: from, causedBy, data }] }];
}
