import type pg from 'pg';
import { createRecordDisclosures, type RecordDisclosures } from './accounting/record.ts';
import { createEventTold, createReadAccount, type EventTold, type ReadAccount } from './accounting/read.ts';
import { createToldBefore, type ToldBefore } from './accounting/told-before.ts';
import { createProgress, type Progress } from './progress/progress.ts';
import { createExports, type Exports } from './exports/exports.ts';
import type { PartnerSeal } from './partner-seal.ts';
import { createReplays, type Replays } from './replays/replays.ts';
import { createRegistrations, type Registrations } from './registrations/registrations.ts';

/** Who outside may be told what, and the account of what was told. */
export interface Partners {
  readonly registrations: Registrations;
  readonly recordDisclosures: RecordDisclosures;
  readonly toldBefore: ToldBefore;
  readonly progress: Progress;
  readonly replays: Replays;
  readonly exports: Exports;
  readonly readAccount: ReadAccount;
  readonly eventTold: EventTold;
}

export interface PartnersOptions {
  readonly pool: pg.Pool;
  readonly seal: PartnerSeal;
}

export function openPartners({ pool, seal }: PartnersOptions): Partners {
  return {
    registrations: createRegistrations(pool, seal),
    recordDisclosures: createRecordDisclosures(pool),
    toldBefore: createToldBefore(pool),
    progress: createProgress(pool),
    replays: createReplays(pool),
    exports: createExports(pool),
    readAccount: createReadAccount(pool),
    eventTold: createEventTold(pool),
  };
}
