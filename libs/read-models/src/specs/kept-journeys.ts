import type { CareEvent } from '@stepway/pathway';
import { readdirSync, readFileSync } from 'node:fs';

const folder = 'libs/pathway/kept-journeys';

type Line = { readonly event?: CareEvent };

/** The journeys whose care is kept beside the rules, each with its events as the log would have them. */
export function keptJourneys(): readonly (readonly CareEvent[])[] {
  return readdirSync(folder)
    .toSorted()
    .map((file) => {
      const episodeId = file.replace('.jsonl', '');
      const lines = readFileSync(`${folder}/${file}`, 'utf8').trimEnd().split('\n');
      return lines.flatMap((line) => {
        const { event }: Line = JSON.parse(line);
        return event === undefined ? [] : [asRecorded(episodeId, event)];
      });
    });
}

/** With what is left out there, because it is the same in each. */
const asRecorded = (episodeId: string, event: CareEvent & { readonly actor?: unknown }): CareEvent => ({
  ...event,
  id: `${episodeId}.e${event.version}`,
  episodeId,
  recordedAt: event.recordedAt ?? event.occurredAt,
  actor:
    typeof event.actor === 'string'
      ? { id: event.actor, kind: 'person', role: 'coordinator' }
      : { id: 'rules', kind: 'rule', role: 'system' },
  commandId: `${episodeId}.c${event.version}`,
});
