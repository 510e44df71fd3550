import type { EpisodeListItem } from '@stepway/contracts';
import type { Instant } from '@stepway/pathway';
import type { Chance } from '../chance.ts';
import type { ClinicClient } from './clinic-client.ts';

/** One thing that happens in a clinic. Says in a few words what was sent, or undefined if there was nothing to do. */
export type Act = (
  clinic: ClinicClient,
  row: EpisodeListItem,
  draw: Chance,
  now: Instant,
) => Promise<string | undefined>;
