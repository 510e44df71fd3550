import type { EventView } from '@stepway/contracts';
import { roleWords, type Role } from '../../frame/words.ts';
import type { SiteTime } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import { small } from '../../texts/letters.ts';
import { programmeName } from './sentences/programme-name.ts';
import type { Telling } from './sentences/telling.ts';
import { knownEvent } from './told-event.ts';
import { taskWords } from '../../marks/tasks.ts';

/** What the sentences of one journey need: names of what earlier events introduced, moments in the site's time. */
export function tellingOf(
  events: readonly EventView[],
  context: {
    readonly now: number;
    readonly time: SiteTime;
    readonly levelInSentence: (id: string) => string;
    readonly programmeTitle: (id: string) => string | undefined;
    readonly staffName: (staffId: string) => string;
  },
): (event: Pick<EventView, 'actor'>) => Telling {
  const medications = new Map<string, string>();
  const goals = new Map<string, string>();
  const tasks = new Map<string, string>();
  for (const event of events) {
    const known = knownEvent(event);
    if (known?.type === 'MedicationRecorded') medications.set(known.data.medicationId, known.data.medication);
    if (known?.type === 'TaskOpened') tasks.set(known.data.taskId, taskWords(known.data.kind));
    if (known?.type === 'GoalsSet')
      for (const { goalId, domain } of known.data.goals) goals.set(goalId, t(`events.goals.domains.${domain}`));
  }
  const { now, time, levelInSentence, programmeTitle, staffName } = context;
  const telling = {
    level: levelInSentence,
    programme: (version: Parameters<Telling['programme']>[0]) => programmeName(version, programmeTitle),
    moment: (at: string) => time.moment(at, now),
    day: (at: string) => time.day(at, now),
    role: (role: Role) => small(roleWords(role)),
    staff: staffName,
    medication: (id: string) => medications.get(id),
    goal: (id: string) => goals.get(id),
    task: (id: string) => tasks.get(id),
  };
  return ({ actor }) => ({ ...telling, byPerson: actor?.kind === 'person' });
}
