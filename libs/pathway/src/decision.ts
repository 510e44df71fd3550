import type { SiteCalendar } from './calendar.ts';
import type { ProgrammeVersion } from './episodes/commands.ts';
import type { NewEvent } from './events.ts';
import type { Group } from './programme/site.ts';
import type { Programme } from './programme/programme.ts';
import type { Rejection } from './rejections.ts';
import type { Instant } from './time.ts';

/** The groups of the site, where they are known: who takes part in one belongs to its age. */
interface SiteGroups {
  readonly groups?: readonly Pick<Group, 'groupId' | 'age'>[];
}

/** Everything that a rule may know beside the journey itself. */
export interface Context {
  readonly now: Instant;
  readonly programme: Programme;
  readonly calendar: SiteCalendar & SiteGroups;
  /** Another published version, which never changes; where it is left out, only the journey's own is known. */
  readonly published?: (version: ProgrammeVersion) => Programme | undefined;
  /** The id that the log will give to the n-th event of this append, from 0. */
  readonly eventId: (index: number) => string;
}

export type Decision =
  | { readonly accepted: true; readonly events: readonly NewEvent[] }
  | { readonly accepted: false; readonly rejection: Rejection };

export const accept = (...events: readonly NewEvent[]): Decision => ({ accepted: true, events });
export const reject = (rejection: Rejection): Decision => ({ accepted: false, rejection });
/** The fact is known already: accepted, and the version stays. */
export const nothingNew: Decision = { accepted: true, events: [] };

export type DueCause =
  | 'now'
  | 'proposal'
  | 'confirmation'
  | 'review'
  | 'recollection'
  | 'next-test'
  | 'scheduled-test-missed'
  | 'test-count'
  | 'next-dose'
  | 'missed-doses'
  | 'hand-off'
  | 'hold'
  | 'guard-matures'
  | 'reassessment'
  | 'review-due'
  | 'birthday'
  | 'leave-ending'
  | 'leave-overdue'
  | 'bed-kept'
  | 'consent-expiry'
  | 'second-person'
  | 'patient-directed-contact'
  | 'follow-up'
  | 'task'
  | 'waiting-list'
  | 'weekly-hours'
  | 'missed-contact'
  | 'no-contact'
  | 'check-up';

/** The next moment at which `advance` would give something. */
export interface Due {
  readonly at: Instant;
  readonly cause: DueCause;
  readonly subject: string;
}
