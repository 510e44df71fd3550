import { Injectable } from '@nestjs/common';
import { placesOfPeople, readPlace, readPlaces, type Place } from '@stepway/read-models';
import { Resources } from '../resources.ts';
import type { Caller } from './caller.ts';
import { mayReadCare, maySend } from './permissions.ts';
import { isEverywhere, mayAct, maySee, type Act, type Verdict } from './policy.ts';

/** The one place where every query and every command asks whether the caller may: finds the subject, asks the policy. */
@Injectable()
export class Access {
  constructor(private readonly resources: Resources) {}

  /** May the caller do it with this journey? One that is not there is unseen. */
  async toJourney(caller: Caller, act: Act, episodeId: string): Promise<Verdict> {
    // Who sees everybody need not be asked of whom: if nobody is there, the answer itself says so.
    if (isEverywhere(caller.scope) && mayDo(caller, act)) return 'granted';
    const subject = await this.placeOf(episodeId);
    return subject === undefined ? 'unseen' : mayAct(caller, act, subject, this.resources.now().getTime());
  }

  /** Those of these people whom the caller may see: with a journey in scope, or with none yet. */
  async amongPeople(caller: Caller, patientIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (isEverywhere(caller.scope) || patientIds.length === 0) return new Set(patientIds);
    const now = this.resources.now().getTime();
    const places = await placesOfPeople(this.resources.pool, patientIds);
    const placed = new Set(places.map(({ patientId }) => patientId));
    // What the board does not know yet is asked of the log: who has a first journey is not as one without any.
    const opened = await this.resources.log.openingsOf(patientIds.filter((patientId) => !placed.has(patientId)));
    const unplaced = await Promise.all(opened.map(({ episodeId }) => this.placeOf(episodeId)));
    const known = [...places, ...unplaced.filter((place) => place !== undefined)];
    const withJourney = new Set([...placed, ...opened.map(({ patientId }) => patientId)]);
    const theirs = new Set(known.filter((place) => maySee(caller, place, now)).map(({ patientId }) => patientId));
    return new Set(patientIds.filter((patientId) => theirs.has(patientId) || !withJourney.has(patientId)));
  }

  /** Those of these journeys that the caller may see, as far as the board knows them. */
  async amongJourneys(caller: Caller, episodeIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (isEverywhere(caller.scope) || episodeIds.length === 0) return new Set(episodeIds);
    const now = this.resources.now().getTime();
    const places = await readPlaces(this.resources.pool, episodeIds);
    return new Set(places.filter((place) => maySee(caller, place, now)).map(({ episodeId }) => episodeId));
  }

  /** Where a journey is and whose it is, whoever asks: what was opened a moment ago is not in the read model yet. */
  async placeOf(episodeId: string): Promise<Place | undefined> {
    const place = await readPlace(this.resources.pool, episodeId);
    if (place !== undefined) return place;
    const journey = await this.resources.recorder.knownJourney(episodeId);
    if (journey.status === 'not-opened') return undefined;
    return { episodeId, patientId: journey.patientId, siteId: journey.siteId, programme: journey.programme.id };
  }
}

const mayDo = ({ actor: { role } }: Caller, act: Act): boolean =>
  mayReadCare(role) && (act === 'see' || maySend(role, act));
