import type { CommandOf, Context, Instant, OpenedJourney } from '@stepway/pathway';

/** What names its programme version and its site: an opened journey, or the wish to open one. */
export type Subject = OpenedJourney | CommandOf<'OpenEpisode'>;

/**
 * Finds what the rules may know beside the journey: the programme in the subject's own version, the site's calendar.
 * Given by the application; what it throws for a programme or site that is not there rises through the recorder.
 */
export type ContextFor = (subject: Subject, now: Instant, eventId?: (index: number) => string) => Context;
