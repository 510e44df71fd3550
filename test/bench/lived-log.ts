import {
  beginHistory,
  emptyStream,
  joinAppends,
  prepareAppend,
  type EventLog,
  type StreamAppend,
} from '@stepway/event-log';
import { drugClasses, plusDays, type CareEvent, type CommandEnvelope, type Instant } from '@stepway/pathway';
import type { Programmes } from '@stepway/platform';

const firstDay: Instant = '2026-01-05T15:00:00.000Z';
const commandHash = Buffer.alloc(32, 1);
const panel = drugClasses.slice(0, 8);

/** One in so many specimens is positive for one class: some journeys move, most weeks are quiet. */
const positiveEvery = 9;

/**
 * Fills a log with journeys as the clinic's are: sessions three times a week, a panel of eight classes once a week, for
 * half a year, decided by the rules. A few are lived through, the others are their likeness under other ids.
 * @returns how many journeys and events were written
 */
export async function fillLog(
  log: EventLog,
  programmes: Programmes,
  { events, prefix }: { readonly events: number; readonly prefix: string },
): Promise<{ readonly journeys: number; readonly events: number }> {
  const templates = Array.from({ length: 6 }, (_, index) => live(`template-${index}`, programmes, index));
  let journeys = 0;
  let written = 0;
  let batch: StreamAppend[] = [];
  while (written < events) {
    const template = templates[journeys % templates.length];
    if (template === undefined) throw new Error('There is no template');
    batch.push(likeness(template, `${prefix}-${String(journeys).padStart(6, '0')}`));
    journeys += 1;
    written += template.length;
    if (batch.length < 10 && written < events) continue;
    await log.appendAll(batch);
    batch = [];
  }
  return { journeys, events: written };
}

function live(episodeId: string, programmes: Programmes, seed: number): readonly CareEvent[] {
  const history = beginHistory({ episodeId, contextFor: programmes.contextFor, commandHash: () => commandHash });
  let commands = 0;
  const said = (occurredAt: Instant): CommandEnvelope => {
    commands += 1;
    return { commandId: `c${commands}`, actor: { id: 'nurse-1', kind: 'person', role: 'nurse' }, occurredAt };
  };
  const events: CareEvent[] = [];
  const record = (command: Parameters<typeof history.record>[0]): void => {
    const result = history.record(command, command.occurredAt);
    if (result.outcome === 'recorded') events.push(...result.events);
  };
  const programme = { id: 'standard-four', version: 2 };
  const opening = { patientId: `patient-of-${episodeId}`, programme, siteId: 'main', entryLevel: 'iop' };
  record({ type: 'OpenEpisode', ...said(plusDays(firstDay, -3)), ...opening, ageGroup: 'adult' });
  record({ type: 'Admit', ...said(firstDay), level: 'iop', attendedAt: firstDay });
  record({
    type: 'SetScreeningPlan',
    ...said(firstDay),
    from: firstDay,
    until: plusDays(firstDay, 168),
    drugClasses: panel,
    negativeBy: 'specimen',
  });
  for (let day = 0; day < 168; day += 1) {
    const at = plusDays(firstDay, day);
    if (day % 7 < 5 && day % 2 === 0)
      record({
        type: 'RecordSession',
        ...said(at),
        sessionId: `${episodeId}.session-${day}`,
        sessionType: 'group',
        startedAt: at,
        minutes: 90,
        attendance: 'attended',
      });
    if (day % 7 !== 3) continue;
    const positive = (Math.floor(day / 7) + seed) % positiveEvery === 0;
    record({
      type: 'RecordDrugTestResult',
      ...said(at),
      specimenId: `${episodeId}.S-${day}`,
      matrix: 'urine',
      collectedAt: at,
      reportedAt: at,
      status: 'final',
      validity: { finding: 'valid', creatinineMgDl: 96, specificGravity: 1.015 },
      results: panel.map((drugClass, index) => ({
        drugClass,
        outcome: positive && index === seed % panel.length ? 'positive' : 'negative',
        stage: 'definitive',
      })),
      acknowledgedUse: false,
    });
  }
  return events;
}

/** The same events under another id, in one append for each command. */
function likeness(events: readonly CareEvent[], episodeId: string): StreamAppend {
  const [first] = events;
  if (first === undefined) throw new Error('The template is empty');
  const text = JSON.stringify(events).replaceAll(first.episodeId, episodeId);
  const renamed: CareEvent[] = JSON.parse(text);
  let expected = emptyStream;
  const appends = [...Map.groupBy(renamed, ({ commandId }) => commandId)].map(([commandId, own]) => {
    const [{ actor, recordedAt } = renamed[0] ?? first] = own;
    const append = prepareAppend({ episodeId, commandId, commandHash, actor, recordedAt, expected, events: own });
    expected = append.head;
    return append;
  });
  const [one, ...rest] = appends;
  if (one === undefined) throw new Error('The template is empty');
  return joinAppends([one, ...rest]);
}
