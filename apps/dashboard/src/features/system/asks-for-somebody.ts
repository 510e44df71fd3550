import type { SystemView } from '@stepway/contracts';
import { duration } from '../../marks/time.ts';
import { listInWords } from '../../texts/in-language.ts';
import { t } from '../../texts/texts.ts';

/** Lags that people notice: from here on the page says that something is behind. */
const noticedMs = 2_000;

/** What asks for somebody, each in a few words, the worst first; empty = everything keeps up. */
export function asksForSomebody({ lag, servers, parked, partitions, filling, verify }: SystemView): readonly string[] {
  const away = servers.filter(({ up }) => !up).map(({ name }) => t(`system.servers.${name}`));
  const broken = verify?.findings.filter(({ breaches }) => breaches.length > 0).length ?? 0;
  const seconds = (ms: number) => (ms < 60_000 ? `${Math.round(ms / 1_000)}\u00a0s` : duration(ms));
  return [
    ...(away.length === 0 ? [] : [t('system.asks.away', { servers: listInWords(away), count: away.length })]),
    ...(broken === 0 ? [] : [t('system.asks.broken', { count: broken })]),
    ...(parked.journeys === 0 ? [] : [t('system.parked.count', { count: parked.journeys })]),
    ...(filling.length === 0 ? [] : [t('system.asks.filling', { count: filling.length })]),
    ...(lag.readMs < noticedMs ? [] : [t('system.asks.read', { time: seconds(lag.readMs) })]),
    ...(lag.runMs < noticedMs ? [] : [t('system.asks.run', { time: seconds(lag.runMs) })]),
    ...(partitions.behind === 0 || lag.readMs >= noticedMs
      ? []
      : [t('system.asks.partitions', { count: partitions.behind })]),
  ];
}
