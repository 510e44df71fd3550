import type { Partner, PartnerView } from '@stepway/contracts';
import { partnerTopic } from '@stepway/contracts/names';
import type { Resources } from '../resources.ts';
import { replayView } from './replay-view.ts';

/** So many of its replays, the newest. */
const replaysShown = 5;

/** A partner with how far its stream and its replays have come. */
export async function partnerView(
  { partners, now }: Pick<Resources, 'partners' | 'now'>,
  partner: Partner,
): Promise<PartnerView> {
  const [found, replays] = await Promise.all([
    partners.progress.of(partner.partnerId),
    partners.replays.of(partner.partnerId),
  ]);
  const waiting = found?.waitingSince;
  return {
    ...partner,
    replays: replays.slice(0, replaysShown).map(replayView),
    stream: {
      topic: partnerTopic(partner.partnerId),
      position: Number(found?.position ?? 0),
      logPosition: Number(found?.logPosition ?? 0),
      lagMs: waiting === undefined ? 0 : Math.max(0, now().getTime() - Date.parse(waiting)),
      delivered: found?.delivered ?? 0,
      lastDeliveryAt: found?.lastDeliveryAt ?? null,
      troubleSince: found?.troubleSince ?? null,
    },
  };
}
