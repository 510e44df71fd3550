import type { EventLog } from '@stepway/event-log';
import type { RegisteredPartner } from '@stepway/partners';
import type { Candidate } from './told-journey.ts';

/** A new consent is found after so long; one that ended counts no more at once, since each journey is asked as it stands. */
const heldMs = 1_000;

interface People {
  /** By the partner's own id of the journey, in its order. */
  readonly journeys: readonly Candidate[];
  readonly byRef: ReadonlyMap<string, Candidate>;
  readonly byPerson: ReadonlyMap<string, readonly Candidate[]>;
  readonly until: number;
}

/** The partner's own id of a person, across their journeys. */
export const personRef = ({ pseudonyms }: RegisteredPartner, patientId: string): string =>
  pseudonyms.reference(patientId, 'patient');

/** The journeys in which a partner is named at all, by the ids that they have for it. */
export class PartnerPeople {
  readonly #held = new Map<string, Promise<People>>();

  constructor(private readonly log: Pick<EventLog, 'consentedTo'>) {}

  async of(registered: RegisteredPartner): Promise<People> {
    const { partnerId } = registered.partner;
    const held = await this.#held.get(partnerId)?.catch(() => undefined);
    if (held !== undefined && held.until > Date.now()) return held;
    const anew = this.#read(registered);
    this.#held.set(partnerId, anew);
    return anew;
  }

  async #read(registered: RegisteredPartner): Promise<People> {
    const openings = await this.log.consentedTo(registered.partner.recipient);
    const byPerson = new Map<string, Candidate[]>();
    const journeys = openings.map(({ episodeId, patientId }): Candidate => {
      const one = { ref: registered.pseudonyms.subject(episodeId), episodeId };
      const person = personRef(registered, patientId);
      byPerson.set(person, [...(byPerson.get(person) ?? []), one]);
      return one;
    });
    journeys.sort((a, b) => (a.ref < b.ref ? -1 : 1));
    const byRef = new Map(journeys.map((one) => [one.ref, one]));
    return { journeys, byRef, byPerson, until: Date.now() + heldMs };
  }
}
