import type { CommandFields } from '../commands.ts';
import type { NewEvent } from '../events.ts';
import type { Active } from '../journey.ts';
import type { Sealed } from '../sealed.ts';
import type { Instant } from '../time.ts';
import { cancelled } from '../transitions/cancel.ts';

type End = CommandFields['DischargeEpisode'] & { readonly reason?: Sealed };

/** The discharge, and the end of the move that was open: a discharged journey has no place for one. */
export function endOfCare({ transition: open }: Active, end: End, now: Instant): readonly NewEvent[] {
  const { at, reasonCode, againstAdvice, destination, leaving, termination, reason } = end;
  const ends: NewEvent[] = open ? [cancelled(open.transitionId, 'discharged', now)] : [];
  const discharge: NewEvent = {
    type: 'EpisodeDischarged',
    occurredAt: at,
    data: {
      at,
      reasonCode,
      againstAdvice,
      ...(destination && { destination }),
      ...(againstAdvice && leaving && { leaving }),
      ...(reasonCode === 'terminated-by-facility' && termination && { termination }),
      ...(reason && { reason }),
    },
  };
  return [...ends, discharge];
}
