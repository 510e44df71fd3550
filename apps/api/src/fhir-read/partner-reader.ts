import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { tellJourney, type ReadIds, type ReadResource } from '@stepway/clinical-codes';
import type { DisclosureChannel, FhirReadType } from '@stepway/contracts';
import {
  judgedAt,
  tellableBy,
  type ConsentUsed,
  type DisclosureToRecord,
  type RegisteredPartner,
} from '@stepway/partners';
import type { OpenedJourney } from '@stepway/pathway';
import type { FastifyRequest } from 'fastify';
import { callerOf } from '../auth/authenticate.guard.ts';
import { recordAct } from '../auth/record-act.ts';
import { notAllowed, notSignedIn } from '../http/problem.ts';
import { coversFhir } from '../partner-access/scopes.ts';
import { Resources } from '../resources.ts';
import { PartnerPeople, personRef } from './partner-people.ts';
import { roundTheClock } from './round-the-clock.ts';
import { inOrder, keyOf, type Candidate, type FhirReader, type Shown, type ToldJourney } from './told-journey.ts';

/** By which consent each resource may be told, and over which journey that was asked. */
interface Asked {
  readonly at: string;
  readonly by: ReadonlyMap<string, ConsentUsed>;
}

/**
 * A partner: what consents allow over each journey as the log has it now, by the partner's own ids, accounted for
 * before it is told.
 */
@Injectable()
export class PartnerReader implements FhirReader {
  readonly forPartner = true;
  private readonly people: PartnerPeople;
  private readonly asked = new WeakMap<ToldJourney, Asked>();

  constructor(private readonly resources: Resources) {
    this.people = new PartnerPeople(resources.log);
  }

  async mayAsk(request: FastifyRequest, type: FhirReadType, interaction: 'r' | 's'): Promise<void> {
    const caller = callerOf(request);
    if (coversFhir(caller.scopes ?? [], type, interaction)) return;
    const nobody = { subjectKind: 'system', subjectIds: [], outcome: 'denied' } as const;
    await recordAct(this.resources, request, caller, { action: interaction === 's' ? 'search' : 'read', ...nobody });
    throw notAllowed('The token was not given for this');
  }

  async after(request: FastifyRequest, ref: string, limit: number): Promise<readonly Candidate[]> {
    const { journeys } = await this.people.of(await this.registered(request));
    const from = journeys.findIndex((one) => one.ref > ref);
    return from === -1 ? [] : journeys.slice(from, from + limit);
  }

  async ofPerson(request: FastifyRequest, person: string): Promise<readonly Candidate[]> {
    const { byPerson } = await this.people.of(await this.registered(request));
    return (byPerson.get(person) ?? []).toSorted((a, b) => (a.ref < b.ref ? -1 : 1));
  }

  async byRef(request: FastifyRequest, ref: string): Promise<Candidate | undefined> {
    const { byRef } = await this.people.of(await this.registered(request));
    return byRef.get(ref);
  }

  async tell(
    request: FastifyRequest,
    { episodeId, ref }: Candidate,
    _types: ReadonlySet<string>,
  ): Promise<ToldJourney | undefined> {
    const registered = await this.registered(request);
    const journey = await this.resources.recorder.journey(episodeId);
    if (journey.status === 'not-opened') return undefined;
    const at = judgedAt(this.resources.now().toISOString(), journey);
    const told = new Map<string, { readonly one: ReadResource; readonly consent: ConsentUsed }>();
    const lives = await roundTheClock(this.resources, journey);
    for (const { consent, since, may } of tellableBy(journey, registered.partner, at)) {
      const ids = idsOf(registered, journey);
      const resources = tellJourney({
        ...{ journey, ids, may, known: undefined, numbers: false, notBefore: since, roundTheClock: lives },
        showsConsent: ({ consentId }) => consentId === consent.consentId,
      });
      // The person and the consent alone are nothing that was consented to.
      if (!resources.some(({ resource }) => !['Patient', 'Consent'].includes(resource.resourceType))) continue;
      for (const one of resources) {
        const held = told.get(keyOf(one))?.one.resource;
        if (held === undefined || wordsOf(one.resource) > wordsOf(held)) told.set(keyOf(one), { one, consent });
      }
    }
    if (told.size === 0) return undefined;
    const resources = inOrder([...told.values()].map(({ one }) => one));
    const answer = { episodeId, ref, patientId: journey.patientId, version: journey.version, resources };
    this.asked.set(answer, { at, by: new Map([...told].map(([key, { consent }]) => [key, consent])) });
    return answer;
  }

  shows(request: FastifyRequest, shown: readonly Shown[], action: 'read' | 'search'): Promise<boolean> {
    return this.accounts(request, shown, action, 'fhir');
  }

  /** The account first, then the trail, then the answer (42 CFR 2.25). */
  async accounts(
    request: FastifyRequest,
    shown: readonly Shown[],
    action: 'read' | 'search' | 'export',
    channel: DisclosureChannel,
  ): Promise<boolean> {
    const { partner } = await this.registered(request);
    const rows = shown.flatMap((one) => this.rowsOf(one, partner, channel));
    const recorded = await this.resources.partners.recordDisclosures(rows);
    if (rows.some(({ disclosureId }) => !recorded.has(disclosureId))) return false;
    const subjectIds = [...new Set(shown.map(({ journey }) => journey.episodeId))];
    await recordAct(this.resources, request, callerOf(request), { action, subjectKind: 'episode', subjectIds });
    return true;
  }

  async misses(request: FastifyRequest): Promise<void> {
    const nobody = { subjectKind: 'episode', subjectIds: [], outcome: 'denied' } as const;
    await recordAct(this.resources, request, callerOf(request), { action: 'read', ...nobody });
  }

  private rowsOf(
    { journey, resources }: Shown,
    { partnerId, purpose }: RegisteredPartner['partner'],
    channel: DisclosureChannel,
  ): readonly DisclosureToRecord[] {
    const asked = this.asked.get(journey);
    if (asked === undefined) throw new Error('What is told was asked of consents before');
    const byConsent = Map.groupBy(resources, (one) => asked.by.get(keyOf(one)));
    return [...byConsent].map(([consent, told]) => {
      if (consent === undefined) throw new Error('Each resource is told by a consent');
      const { episodeId, patientId, version } = journey;
      return {
        ...{ disclosureId: randomUUID(), decidedAt: asked.at, partnerId, patientId, episodeId, purpose, channel },
        ...{ journeyVersion: version, consentId: consent.consentId, consentVersion: consent.version },
        what: { resourceTypes: [...new Set(told.map(({ resource }) => resource.resourceType))] },
        fields: [...new Set(told.flatMap(({ resource }) => fieldsOf(resource)))].toSorted(),
      };
    });
  }

  private async registered(request: FastifyRequest): Promise<RegisteredPartner> {
    const { partnerId } = callerOf(request);
    const found = partnerId === undefined ? undefined : await this.resources.partners.registrations.find(partnerId);
    if (found === undefined) throw notSignedIn('The partner is not registered');
    return found;
  }
}

function idsOf(registered: RegisteredPartner, { patientId, episodeId }: OpenedJourney): ReadIds {
  const { pseudonyms } = registered;
  const episode = pseudonyms.subject(episodeId);
  return {
    ...{ patient: personRef(registered, patientId), episode },
    of: (kind, key) =>
      `${episode}.${pseudonyms.reference(episodeId, `${kind} ${key}`).replaceAll('-', '').slice(0, 24)}`,
  };
}

const wordsOf = (resource: object): number => JSON.stringify(resource).length;
const fieldsOf = ({ resourceType, ...elements }: ReadResource['resource']): readonly string[] =>
  Object.keys(elements)
    .filter((name) => name !== 'id')
    .map((name) => `${resourceType}.${name}`);
