import type { OpenedJourney } from '../journey.ts';
import type { OpenTransition, StepDownConsidered } from '../transitions/state.ts';
import type { LevelNames } from './commands.ts';

/** The journey with its levels called as the new version calls them, wherever one is named. */
export function withLevelsNamed(journey: OpenedJourney, names: LevelNames): OpenedJourney {
  if (Object.keys(names).length === 0) return journey;
  const name = (level: string): string => names[level] ?? level;
  const level = <T extends { readonly level: string }>(one: T): T => ({ ...one, level: name(one.level) });
  const maybe = <T extends { readonly level?: string }>(one: T): T =>
    one.level === undefined ? one : { ...one, level: name(one.level) };
  const way = <T extends { readonly from: string; readonly to: string }>(one: T): T => ({
    ...one,
    from: name(one.from),
    to: name(one.to),
  });
  const named = {
    ...journey,
    entryLevel: name(journey.entryLevel),
    stays: journey.stays.map(level),
    discharges: journey.discharges.map(level),
    completedTransitions: journey.completedTransitions.map(way),
    goals: journey.goals.map(level),
    leaves: journey.leaves.map(level),
    slots: journey.slots.map(level),
    reviews: journey.reviews.map(level),
    ...(journey.waitlisted && { waitlisted: level(journey.waitlisted) }),
    attendanceWeeks: journey.attendanceWeeks.map(level),
    patientDecisions: journey.patientDecisions.map(maybe),
    assessments: journey.assessments.map(({ indicates, actualLevel, preferredLevel, ...assessment }) => ({
      ...assessment,
      ...(indicates && { indicates: maybe(indicates) }),
      ...(actualLevel !== undefined && { actualLevel: name(actualLevel) }),
      ...(preferredLevel !== undefined && { preferredLevel: name(preferredLevel) }),
    })),
  };
  switch (named.status) {
    case 'referred':
      return named;
    case 'active':
      return {
        ...named,
        stay: level(named.stay),
        ...(named.transition && { transition: open(named.transition, way) }),
        ...(named.stepDownConsidered && { stepDownConsidered: leading(named.stepDownConsidered, name) }),
      };
    case 'discharged':
      return named.lastLevel === undefined ? named : { ...named, lastLevel: name(named.lastLevel) };
  }
}

/** Less support that waits is not considered anew for the name of the level to which it would lead. */
const leading = (known: StepDownConsidered, name: (level: string) => string): StepDownConsidered =>
  known.to === undefined ? known : { ...known, to: name(known.to) };

type Way = <T extends { readonly from: string; readonly to: string }>(one: T) => T;

const open = (transition: OpenTransition, way: Way): OpenTransition =>
  transition.state === 'suspended' ? { ...way(transition), before: way(transition.before) } : way(transition);
