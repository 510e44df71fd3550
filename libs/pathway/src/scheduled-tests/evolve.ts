import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';

export function evolveScheduledTests(
  journey: OpenedJourney,
  { data, recordedAt, id }: CareEventOf<'DrugTestScheduled'>,
): OpenedJourney {
  const { reason: _sealed, ...test } = data;
  const scheduled = { ...test, at: recordedAt, stay: journey.stays.length, eventId: id };
  return { ...journey, scheduledTests: [...journey.scheduledTests, scheduled] };
}
