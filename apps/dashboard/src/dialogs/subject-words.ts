import type { EventView } from '@stepway/contracts';
import type { LevelLook } from '../marks/levels.ts';
import { medicationWords } from '../marks/medications.ts';
import type { SiteTime } from '../marks/time.ts';
import { goalTexts } from '../features/journey/told-event.ts';
import { taskWords } from '../marks/tasks.ts';
import { capital } from '../texts/letters.ts';
import type { SubjectWords } from './subjects.ts';
import { said } from './words.ts';

interface Speaking {
  readonly events: readonly EventView[];
  readonly time: SiteTime;
  readonly now: number;
  readonly level: (id: string) => LevelLook;
  readonly tell: (event: EventView) => string;
}

/** How the things of a journey are said in a choice: what it is, and when. */
export function subjectWords({ events, time, now, level, tell }: Speaking): SubjectWords {
  const texts = goalTexts(events);
  const moment = (at: string) => time.moment(at, now);
  return {
    move: ({ from, to }) => `${level(from).title} → ${level(to).title}`,
    goal: ({ goalId, domain }) => {
      const text = texts.get(goalId);
      const words = said(`options.goalDomain.${domain}`);
      return text === undefined ? words : `${words}: ${text}`;
    },
    task: ({ kind, dueAt }) => `${taskWords(kind)}, ${moment(dueAt)}`,
    medication: ({ medication, from }) => `${capital(medicationWords(medication))}, ${time.day(from, now)}`,
    since: (what, at) => `${what}, ${moment(at)}`,
    until: moment,
    level: (id) => level(id).title,
    option: (vocabulary, code) => said(`options.${vocabulary}.${code}`),
    fact: (event) => {
      const told = tell(event).replace(/\.$/, '');
      const at = moment(event.occurredAt);
      // Many say their own moment.
      return told.includes(at) || told.includes(time.day(event.occurredAt, now)) ? told : `${told}, ${at}`;
    },
  };
}
