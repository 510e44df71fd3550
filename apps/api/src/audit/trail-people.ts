import { Injectable } from '@nestjs/common';
import type { TrailEntry } from '@stepway/contracts';
import type { ChainedAccess } from '@stepway/privacy';
import { placesOfPeople, readPlaces, type Place } from '@stepway/read-models';
import { Access } from '../auth/access.ts';
import type { Caller } from '../auth/caller.ts';
import { maySee } from '../auth/policy.ts';
import { Resources } from '../resources.ts';

/** A person whose trail is asked for. */
export interface Whose {
  readonly patientId: string;
  /** Their journeys, as far as who asks may see them. */
  readonly places: readonly Place[];
  /** By which the trail names the person. */
  readonly ids: readonly string[];
}

interface Named {
  /** All who are named on the page. */
  readonly patientIds: readonly string[];
  of(access: ChainedAccess): TrailEntry['people'];
}

/** So many people are named at one entry. */
const mostNamed = 3;

/** Whom the entries of the trail are about: they hold ids of people and of journeys, nothing else. */
@Injectable()
export class TrailPeople {
  constructor(
    private readonly resources: Resources,
    private readonly access: Access,
  ) {}

  /** By the id of a person or of one of their journeys. */
  async whose(caller: Caller, id: string): Promise<Whose> {
    const { pool, now } = this.resources;
    const place = await this.access.placeOf(id);
    const patientId = place?.patientId ?? id;
    const all = await placesOfPeople(pool, [patientId]);
    const own = place === undefined || all.some(({ episodeId }) => episodeId === id) ? all : [...all, place];
    const places = own.filter((one) => maySee(caller, one, now().getTime()));
    return { patientId, places, ids: [patientId, ...places.map(({ episodeId }) => episodeId)] };
  }

  /** Of one person's trail, only that person is named. */
  async named(page: readonly ChainedAccess[], whose: Whose | undefined): Promise<Named> {
    const shown = (access: ChainedAccess): readonly string[] => shownIds(access, whose);
    const places = new Map((whose?.places ?? (await this.places(page))).map((place) => [place.episodeId, place]));
    const personOf = (access: ChainedAccess, id: string) => {
      const episodeId = access.subjectKind === 'episode' ? id : null;
      const patientId = episodeId === null ? id : places.get(episodeId)?.patientId;
      return patientId === undefined ? [] : [{ patientId, episodeId }];
    };
    const of = (access: ChainedAccess) => shown(access).flatMap((id) => personOf(access, id));
    const patientIds = [...new Set(page.flatMap((access) => of(access).map(({ patientId }) => patientId)))];
    const names = await this.resources.privacy.identities.namesOf(patientIds);
    return {
      patientIds: patientIds.filter((patientId) => names.has(patientId)),
      of: (access) => of(access).map((person) => ({ ...person, name: names.get(person.patientId) ?? null })),
    };
  }

  private places(page: readonly ChainedAccess[]): Promise<readonly Place[]> {
    const ofJourneys = page.filter(({ subjectKind }) => subjectKind === 'episode');
    return readPlaces(this.resources.pool, [...new Set(ofJourneys.flatMap((access) => shownIds(access, undefined)))]);
  }
}

function shownIds({ subjectKind, subjectIds }: ChainedAccess, whose: Whose | undefined): readonly string[] {
  if (subjectKind !== 'episode' && subjectKind !== 'patient') return [];
  return subjectIds.filter((id) => whose?.ids.includes(id) ?? true).slice(0, mostNamed);
}
