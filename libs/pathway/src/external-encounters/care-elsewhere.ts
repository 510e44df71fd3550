import type { Opened } from '../journey.ts';
import type { Leave } from '../leaves/state.ts';
import type { Instant } from '../time.ts';
import type { ExternalEncounterKind } from '../vocabulary.ts';
import type { ExternalEncounter } from './state.ts';

/** Care that somebody else gave, as far as results are judged by it: an encounter, or a leave that was spent in hospital. */
export interface CareElsewhere {
  readonly subject: string;
  readonly kind: ExternalEncounterKind;
  readonly from: Instant;
  /** Where the end of an encounter is not known its beginning; `~` while nobody knows of a return from hospital. */
  readonly to: Instant;
  readonly drugsGiven?: ExternalEncounter['drugsGiven'];
  readonly eventId: string;
}

type Facts = Pick<Opened, 'externalEncounters' | 'leaves'>;

export const careElsewhere = ({ externalEncounters, leaves }: Facts): readonly CareElsewhere[] => [
  ...externalEncounters.map(({ encounterId: subject, kind, from, to = from, drugsGiven, eventId }) => ({
    subject,
    kind,
    from,
    to,
    ...(drugsGiven && { drugsGiven }),
    eventId,
  })),
  ...leaves
    .filter((leave) => leave.kind === 'hospital' && !externalEncounters.some((one) => tellsOf(one, leave)))
    .map((leave): CareElsewhere => {
      const { leaveId: subject, startedAt: from, eventId } = leave;
      return { subject, kind: 'hospital', from, to: returnedAt(leave) ?? '~', eventId };
    }),
];

/** An encounter within the leave tells of the same stay, and of more. */
const tellsOf = ({ from, to = from }: ExternalEncounter, leave: Leave): boolean =>
  from <= (returnedAt(leave) ?? '~') && to >= leave.startedAt;

/** A discharge ends the leave here, and says nothing of the hospital. */
const returnedAt = ({ ended }: Leave): Instant | undefined => (ended?.cause === 'discharged' ? undefined : ended?.at);

/** Since when results may mean something else by what becomes known of an encounter. */
export const touchedSince = ({ leaves }: Facts, from: Instant): Instant =>
  leaves.reduce((since, leave) => {
    const within = leave.startedAt < since && from <= (returnedAt(leave) ?? '~');
    return leave.kind === 'hospital' && within ? leave.startedAt : since;
  }, from);
