import type { Preview, PreviewCommand } from '@stepway/contracts';
import { JourneyInMemory, notOpened, type CareEvent, type Command, type Context, type Instant } from '@stepway/pathway';
import { fold } from '../change.ts';
import { decisionView } from '../decisions/project.ts';
import { journeyView } from '../journey/query.ts';
import { eventView } from '../timeline/event-view.ts';

/** A test patient's commands, their text sealed, each with the moment at which it becomes known, in order. */
interface Asked {
  readonly commands: readonly (Omit<PreviewCommand, 'command'> & { readonly command: Command })[];
  readonly until?: Instant;
}

/**
 * A test patient's journey by a programme: what is asked is decided, and what follows is run, each at its own moment,
 * as the programs do, in memory. @throws NeverAtRest if the rules go round in circles
 */
export function previewJourney({ commands, until }: Asked, setting: Pick<Context, 'programme' | 'calendar'>): Preview {
  const events: CareEvent[] = [];
  const care = new JourneyInMemory('preview', setting, (told) => events.push(...told));
  const refused = commands.flatMap(({ at, command }, index) => {
    care.rest(at);
    const rejection = care.decide(command, at);
    return rejection === undefined ? [] : [{ index, command: command.type, rejection: { ...rejection } }];
  });
  const last = commands.at(-1)?.at;
  if (last !== undefined) care.rest(until ?? last);

  const decisions: Preview['decisions'] = [];
  fold(notOpened('preview'), events, (step) => {
    const decision = decisionView(step.event, step.after);
    if (decision !== undefined) decisions.push(decision);
  });
  const { id, version } = setting.programme;
  const contextFor = (_: unknown, now: Instant): Context => ({ ...setting, now, eventId: (index) => `none-${index}` });
  return {
    programme: { id, version },
    episode: care.journey.status === 'not-opened' ? null : journeyView(care.journey, contextFor),
    events: events.map(eventView),
    decisions,
    refused,
  };
}
