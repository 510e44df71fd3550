import type { OpenedJourney } from '@stepway/pathway';
import type { Resources } from '../resources.ts';

/** Whether a person lives there, at a level of the journey's own programme. */
export async function roundTheClock(
  { programmes, now }: Pick<Resources, 'programmes' | 'now'>,
  journey: OpenedJourney,
): Promise<(level: string) => boolean> {
  const context = await programmes.learning(() =>
    Promise.resolve().then(() => programmes.contextFor(journey, now().toISOString())),
  );
  return (level) => context.programme.levels[level]?.schedule.roundTheClock ?? false;
}
