import type { JourneyView } from '@stepway/contracts';
import type { OpenedJourney } from '@stepway/pathway';

/** What is known of the person beside their care: of each the last word. */
export function personView({
  pregnancies,
  livingSituations,
  naloxone,
}: OpenedJourney): NonNullable<JourneyView['person']> {
  const home = livingSituations.reduce<(typeof livingSituations)[number] | undefined>(
    (last, one) => (last === undefined || one.at >= last.at ? one : last),
    undefined,
  );
  return {
    pregnantSince: pregnancies.find(({ to }) => to === undefined)?.from ?? null,
    livingSituation: home === undefined ? null : { situation: home.situation, safe: home.safe ?? null, at: home.at },
    naloxoneAt: naloxone.map(({ at }) => at).reduce<string | null>((a, b) => (a === null || b > a ? b : a), null),
  };
}

export const instrumentView = ({
  instrumentId,
  instrument,
  at,
  score,
  severity,
  subscales,
  suicideItem,
}: OpenedJourney['instruments'][number]): NonNullable<JourneyView['instruments']>[number] => ({
  instrumentId,
  instrument,
  at,
  score: score ?? null,
  severity: severity ?? null,
  subscales: [...(subscales ?? [])],
  suicideItem: suicideItem ?? false,
});
