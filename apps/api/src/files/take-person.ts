import { Injectable } from '@nestjs/common';
import { PatientRequestConflict } from '@stepway/privacy';
import { mayPost, maySend } from '../auth/permissions.ts';
import { covers } from '../auth/policy.ts';
import { Resources } from '../resources.ts';
import type { CsvLine } from './csv-table.ts';
import { PeopleOfLines } from './people-of-lines.ts';
import { readRoster, type Published, type RosterLine } from './roster-line.ts';
import { lineDone, SendLine, type LineDone, type Sending } from './send-line.ts';

/** Brings one person of a file into care: known here, an episode opened, and admitted where a first service was attended. */
@Injectable()
export class TakePerson {
  constructor(
    private readonly resources: Resources,
    private readonly people: PeopleOfLines,
    private readonly lines: SendLine,
  ) {}

  async take(line: CsvLine, sending: Sending): Promise<LineDone> {
    const read = readRoster(line, this.publishedFor(sending));
    if ('faults' in read) return lineDone('faulty', { faults: read.faults });
    const { recordNumber, person } = read;
    const whom = { recordNumber, familyName: person.name.family, birthDate: person.birthDate };
    const found = await this.people.find(whom, sending.caller);
    if (found.outcome === 'found') return this.open(read, found.patientId, sending);
    if (found.outcome !== 'nobody-found') return lineDone(found.outcome);
    // Somebody has this number whom the caller may not see: it is said as of any who differs.
    if (await this.people.isTaken(recordNumber)) return lineDone('person-differs');
    return this.add(read, sending);
  }

  private async add(read: RosterLine, sending: Sending): Promise<LineDone> {
    const { actor } = sending.caller;
    if (!mayPost(actor.role, 'createPatient') || !maySend(actor.role, 'OpenEpisode')) return lineDone('not-allowed');
    const admits = read.admittedAt === undefined ? [] : (['Admit'] as const);
    if (sending.dry) return lineDone('recorded', { done: ['AddPerson', 'OpenEpisode', ...admits] });
    const { privacy } = this.resources;
    // Whoever sends it: the number is one person's.
    const patientId = privacy.requests.derivedId('patient', { caller: 'file', idempotencyKey: read.recordNumber });
    try {
      await privacy.identities.create(patientId, read.person);
    } catch (error) {
      if (error instanceof PatientRequestConflict) return lineDone('person-differs');
      throw error;
    }
    const opened = await this.open(read, patientId, sending);
    return { ...opened, done: ['AddPerson', ...opened.done] };
  }

  private async open(read: RosterLine, patientId: string, sending: Sending): Promise<LineDone> {
    const { opening, admittedAt } = read;
    const journeys = await this.people.journeysOf(patientId, sending.caller);
    const here = journeys.find(({ openedAt, siteId }) => openedAt === opening.occurredAt && siteId === opening.siteId);
    const opened =
      here === undefined
        ? await this.lines.send({ type: 'OpenEpisode', body: { patientId, ...opening } }, sending)
        : lineDone('known', { episodeId: here.episodeId });
    const isOpened = opened.outcome === 'recorded' || opened.outcome === 'known';
    // Who was admitted, or has left since, is not admitted by an old file again.
    if (!isOpened || admittedAt === undefined || (here !== undefined && here.status !== 'referred')) return opened;
    const { episodeId } = opened;
    if (episodeId === undefined) return { ...opened, done: [...opened.done, 'Admit'] };
    const body = { level: opening.entryLevel, attendedAt: admittedAt };
    const admitted = await this.lines.send({ type: 'Admit', episodeId, body }, sending);
    const outcome = admitted.outcome === 'known' ? opened.outcome : admitted.outcome;
    return { ...admitted, outcome, done: [...opened.done, ...admitted.done] };
  }

  private publishedFor({ caller: { scope } }: Sending): Published {
    const { programmes, now } = this.resources;
    return {
      now: now(),
      zoneOf: (siteId) => {
        const site = programmes.site(siteId);
        return site !== undefined && (scope.sites?.includes(siteId) ?? true) ? site.timeZone : undefined;
      },
      levelsOf: (id) => {
        const programme = programmes.newest(id);
        const isOwn = covers(
          { ...(scope.programmes && { programmes: scope.programmes }) },
          { siteId: '', programme: id },
        );
        return programme !== undefined && isOwn ? Object.keys(programme.levels) : undefined;
      },
    };
  }
}
