import type { SiteCalendar } from '../calendar.ts';
import type { Active, OpenedJourney } from '../journey.ts';
import type { Level } from '../programme/level.ts';
import type { Programme } from '../programme/programme.ts';
import type { Task, TaskEnd } from '../tasks/state.ts';
import type { Instant } from '../time.ts';
import { levelOf } from '../transitions/level-of.ts';
import { contactAsks } from './asks.ts';
import { contactDays } from './days.ts';
import { missedContactDays } from './missed-contact.ts';
import { stageAt, stageOf, type Stage } from './stages.ts';

/** How a task about missed contact ends by what the journey shows. */
export function contactTaskSettled(
  journey: OpenedJourney,
  task: Task,
  rules: { readonly programme: Programme; readonly calendar: SiteCalendar },
): TaskEnd | undefined {
  if (journey.status !== 'active') return task.kind === 'contact-lost-review' ? 'completed' : 'cancelled';
  const { calendar } = rules;
  const level = levelOf(rules.programme, journey.stay.level);
  switch (task.kind) {
    case 'contact-outreach':
      return outreachTask(journey, stageOf(task.subject, calendar), level, calendar);
    case 'absence-safety-check':
      if (contactDays(journey, calendar).lastContact >= task.subject) return 'completed';
      return contactAsks(journey, level, rules).some(
        ({ kind, subject }) => kind === task.kind && subject === task.subject,
      )
        ? undefined
        : 'cancelled';
    case 'missed-contact-review':
      // What was missed stays missed when the person comes again: a clinician still looks at why.
      return missedContactDays(journey, level, calendar).includes(task.subject) ? undefined : 'cancelled';
    case 'contact-lost-review':
      return missedSince(journey, task.subject, calendar) ? undefined : 'cancelled';
    default:
      return undefined;
  }
}

function outreachTask(journey: Active, stage: Stage, level: Level, calendar: SiteCalendar): TaskEnd | undefined {
  if (contactDays(journey, calendar).lastContact >= stage.since) return 'completed';
  if (!missedSince(journey, stage.since, calendar)) return 'cancelled';
  return attempted(journey, stage, level, calendar) ? 'completed' : undefined;
}

/** On the day itself one attempt will do; later ones ask for one more, and for more than one channel by then. */
function attempted({ outreach }: Active, stage: Stage, { missedContact }: Level, calendar: SiteCalendar): boolean {
  const begins = stageAt(stage.since, 0, calendar).at;
  const channels = new Set(outreach.filter(({ at }) => at >= begins).map(({ channel }) => channel));
  const enough = stage.days === 0 || channels.size >= missedContact.attempts.times;
  return enough && outreach.some(({ at }) => at >= stage.at);
}

/** Whether a session of that day is still known as missed, and nobody was in contact since. */
function missedSince(journey: Active, day: string, calendar: SiteCalendar): boolean {
  const { missed, lastContact } = contactDays(journey, calendar);
  return missed.includes(day) && lastContact < day;
}

/** Somebody tried to reach the person since: that is what outreach after a hand-off that was not attended asks for. */
export const triedSince = ({ outreach }: OpenedJourney, moment: Instant): boolean =>
  outreach.some(({ at }) => at >= moment);
