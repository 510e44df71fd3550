import { countedLevel } from '../board/project.ts';
import { taskView } from '../journey/task-view.ts';
import type { RulesContext } from '../row-context.ts';
import { followUpItems } from './follow-ups.ts';
import type { Item } from './item.ts';
import { medicationItems } from './medication.ts';
import type { DayListRow } from './table.ts';
import { testItems } from './tests.ts';
import type { OpenedJourney } from '@stepway/pathway';

/** Nearly all that happens to a journey may ask for somebody, or ask no more. */
export const dayFacts = (journey: OpenedJourney): readonly unknown[] => [journey];

/** What of a journey stands on the day lists of clinical staff? */
export const projectDayLists = (journey: OpenedJourney, context: RulesContext): readonly DayListRow[] =>
  [
    ...testItems(journey, context.programme),
    ...medicationItems(journey, context.programme),
    ...followUpItems(journey, context),
  ].map((item) => rowOf(journey, item));

function rowOf(journey: OpenedJourney, item: Item): DayListRow {
  const { episodeId, patientId, siteId, programme } = journey;
  const { list, state, opensAt, dueAt, closesAt = 'infinity', task, rest } = item;
  const itemId = idOf(item, episodeId);
  const level = countedLevel(journey);
  const row = {
    ...{ episodeId, patientId, siteId, programme, level, itemId, dueAt },
    task: task === undefined ? null : taskView(journey, task),
    ...rest,
  };
  return {
    episode_id: episodeId,
    item_id: itemId,
    patient_id: patientId,
    site_id: siteId,
    programme: programme.id,
    level,
    list,
    state,
    opens_at: opensAt,
    due_at: dueAt,
    closes_at: closesAt,
    row: JSON.stringify(row),
  };
}

/** As an id may be written; the id of a subject of this journey is not told twice. */
function idOf({ kind, subject }: Item, episodeId: string): string {
  const own = `${episodeId}.`;
  return `${kind}.${subject.startsWith(own) ? subject.slice(own.length) : subject}`.replaceAll(/[^\w.-]/g, '');
}
