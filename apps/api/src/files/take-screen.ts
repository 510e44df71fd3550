import { Injectable } from '@nestjs/common';
import type { OpenedJourney } from '@stepway/pathway';
import { Resources } from '../resources.ts';
import type { CsvLine } from './csv-table.ts';
import { PeopleOfLines } from './people-of-lines.ts';
import { readScreen } from './screen-line.ts';
import { lineDone, SendLine, type LineDone, type Sending } from './send-line.ts';

/** Records one drug test of a file. */
@Injectable()
export class TakeScreen {
  constructor(
    private readonly resources: Resources,
    private readonly people: PeopleOfLines,
    private readonly lines: SendLine,
  ) {}

  async take(line: CsvLine, sending: Sending): Promise<LineDone> {
    const now = this.resources.now();
    // Whose clock it is told by is known when it is known whose it is.
    const read = readScreen(line, { timeZone: 'UTC', now: new Date(now.getTime() + 86_400_000) });
    if ('faults' in read) return lineDone('faulty', { faults: read.faults });
    const found = await this.people.find(read.whom, sending.caller);
    if (found.outcome !== 'found') return lineDone(found.outcome);
    const journeys = await this.people.journeysOf(found.patientId, sending.caller);
    const journey = belongingTo(journeys, read.body.specimenId);
    if (journey === undefined) return lineDone('no-journey');
    const { timeZone = 'UTC' } = this.resources.programmes.site(journey.siteId) ?? {};
    const there = readScreen(line, { timeZone, now });
    if ('faults' in there) return lineDone('faulty', { faults: there.faults });
    const { episodeId } = journey;
    return this.lines.send({ type: 'RecordDrugTestResult', episodeId, body: there.body }, sending);
  }
}

/** The journey that has the specimen (its correction may come after a discharge), else the open one, else the last. */
const belongingTo = (journeys: readonly OpenedJourney[], specimenId: string): OpenedJourney | undefined =>
  journeys.find(({ specimens }) => specimens.some((specimen) => specimen.specimenId === specimenId)) ??
  journeys.find(({ status }) => status !== 'discharged') ??
  journeys[0];
