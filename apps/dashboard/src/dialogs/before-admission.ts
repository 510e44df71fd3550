import type { EpisodeView } from '@stepway/contracts';

/** An admission, and how long before it something was; a person not admitted yet has their referral instead. */
export interface Before {
  readonly since: 'admission' | 'referral';
  readonly at: string;
  readonly by: number;
}

/**
 * How long before the person came something happened; undefined where it was since, or is not said yet. The rules
 * take such a fact (care before the admission is told late, and imported), so nobody but the reader sees a wrong year.
 */
export function beforeAdmission(
  { stays, openedAt }: Pick<EpisodeView, 'stays' | 'openedAt'>,
  happenedAt: string,
): Before | undefined {
  const admitted = stays[0]?.since;
  const at = admitted ?? openedAt;
  const by = Date.parse(at) - Date.parse(happenedAt);
  return by > 0 ? { since: admitted === undefined ? 'referral' : 'admission', at, by } : undefined;
}
