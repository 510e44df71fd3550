import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import {
  evolve,
  JourneyInMemory,
  notOpened,
  plusHours,
  type CareEvent,
  type Journey,
  type OpenedJourney,
} from '@stepway/pathway';
import { beginning, history, settingOf, stepOf } from '@stepway/pathway/specs';
import fc from 'fast-check';

const folder = 'libs/pathway/kept-journeys';

/** The journeys that are kept beside the rules, folded, and so many that chance made, each of about half a year. */
export const livedJourneys = (generated: number, seed: number): readonly OpenedJourney[] => [
  ...readdirSync(folder).map((file) => folded(keptEvents(file))),
  ...fc.sample(history, { numRuns: generated, seed }).map(lived),
];

function keptEvents(file: string): readonly CareEvent[] {
  const episodeId = randomUUID();
  const lines = readFileSync(`${folder}/${file}`, 'utf8').trimEnd().split('\n');
  return lines.flatMap((line) => {
    const { event } = JSON.parse(line) as { readonly event?: CareEvent };
    if (event === undefined) return [];
    const actor = { id: 'person-1', kind: 'person', role: 'coordinator' } as const;
    const { version } = event;
    // Left out where it is the moment of the event itself.
    const { recordedAt }: Partial<CareEvent> = event;
    return [
      {
        ...event,
        episodeId,
        actor,
        recordedAt: recordedAt ?? event.occurredAt,
        id: `${episodeId}.e${version}`,
        commandId: `c${version}`,
      },
    ];
  });
}

const folded = (events: readonly CareEvent[]): OpenedJourney =>
  opened(events.reduce<Journey>((journey, event) => evolve(journey, event), notOpened(events[0]?.episodeId ?? '')));

function lived({ deeds, entry, ...setting }: ReturnType<typeof history.generate>['value']): OpenedJourney {
  const journey = new JourneyInMemory(randomUUID(), settingOf(setting), () => {});
  const first = beginning(entry);
  for (const command of first) journey.decide(command);
  let at = first.at(-1)?.occurredAt ?? '';
  for (const { afterHours, ...deed } of deeds) {
    at = plusHours(at, afterHours);
    journey.rest(at);
    const step = stepOf({ ...deed, afterHours }, journey.journey, at);
    if (step.type !== 'TimePasses') journey.decide({ ...step, commandId: randomUUID() }, at);
  }
  return opened(journey.journey);
}

function opened(journey: Journey): OpenedJourney {
  if (journey.status === 'not-opened') throw new Error('a journey that was never opened');
  return journey;
}
