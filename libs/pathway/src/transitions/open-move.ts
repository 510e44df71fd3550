import type { Active, Journey } from '../journey.ts';
import type { OpenTransition } from './state.ts';
import type { Rejection } from '../rejections.ts';

/** The person in care, or why there is none. */
export function inCare(journey: Journey): { readonly active: Active } | { readonly rejection: Rejection } {
  switch (journey.status) {
    case 'not-opened':
      return { rejection: { type: 'EpisodeNotOpened' } };
    case 'referred':
      return { rejection: { type: 'NotAdmitted' } };
    case 'discharged':
      return { rejection: { type: 'EpisodeDischarged' } };
    case 'active':
      return { active: journey };
  }
}

/** The open move that a command names, or why it does not stand. */
export function openMove(
  journey: Journey,
  transitionId: string,
): { readonly active: Active; readonly open: OpenTransition } | { readonly rejection: Rejection } {
  const care = inCare(journey);
  if ('rejection' in care) return care;
  const open = care.active.transition;
  if (open?.transitionId !== transitionId) {
    return { rejection: { type: 'UnknownTransition', transitionId, open: open?.transitionId ?? null } };
  }
  return { active: care.active, open };
}
