import { Injectable } from '@nestjs/common';
import type { OpenedJourney } from '@stepway/pathway';
import type { KnownPerson } from '@stepway/privacy';
import { Access } from '../auth/access.ts';
import type { Caller } from '../auth/caller.ts';
import { Resources } from '../resources.ts';
import type { WhomALine } from './screen-line.ts';

export type PersonFound =
  | { readonly outcome: 'found'; readonly patientId: string }
  | { readonly outcome: 'nobody-found' | 'several-found' | 'person-differs' };

/** Of whom lines speak: by the number here, which neither family name nor birth date may contradict. */
@Injectable()
export class PeopleOfLines {
  constructor(
    private readonly resources: Resources,
    private readonly access: Access,
  ) {}

  /** Whom the caller may not see is for them not there. */
  async find({ recordNumber, familyName, birthDate }: WhomALine, caller: Caller): Promise<PersonFound> {
    const known = await this.numbered(recordNumber);
    const seen = await this.access.amongPeople(
      caller,
      known.map(({ patientId }) => patientId),
    );
    const [one, ...others] = known.filter(({ patientId }) => seen.has(patientId));
    if (one === undefined) return { outcome: 'nobody-found' };
    if (others.length > 0) return { outcome: 'several-found' };
    const { person, patientId } = one;
    const differs =
      (familyName !== undefined && plain(familyName) !== plain(person.name.family)) ||
      (birthDate !== undefined && birthDate !== person.birthDate);
    return differs ? { outcome: 'person-differs' } : { outcome: 'found', patientId };
  }

  /** Whether a number is anybody's, seen or not: then nobody new has it. */
  async isTaken(recordNumber: string): Promise<boolean> {
    return (await this.numbered(recordNumber)).length > 0;
  }

  /** The journeys of a person that the caller may see, the newest first. */
  async journeysOf(patientId: string, caller: Caller): Promise<readonly OpenedJourney[]> {
    const { log, recorder } = this.resources;
    const opened = await log.openingsOf([patientId]);
    const journeys = await Promise.all(
      opened.map(async ({ episodeId }) => {
        const verdict = await this.access.toJourney(caller, 'see', episodeId);
        return verdict === 'granted' ? recorder.journey(episodeId) : undefined;
      }),
    );
    return journeys
      .filter((one): one is OpenedJourney => one !== undefined && one.status !== 'not-opened')
      .toSorted((a, b) => b.openedAt.localeCompare(a.openedAt));
  }

  private async numbered(recordNumber: string): Promise<readonly KnownPerson[]> {
    const found = await this.resources.privacy.identities.withNumber(recordNumber);
    return found.filter(({ person }) => person.mrn === recordNumber);
  }
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{Letter}]/gu, '')
    .toLowerCase();
