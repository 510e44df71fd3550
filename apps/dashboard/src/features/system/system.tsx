import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { SystemView } from '@stepway/contracts';
import { FootBar } from '../../frame/foot-bar.tsx';
import { AfterAMoment, Failure } from '../../frame/states.tsx';
import { t } from '../../texts/texts.ts';
import { Filling } from './filling.tsx';
import { Parked } from './parked.tsx';
import { Rebuild } from './rebuild.tsx';
import { systemQuery } from './requests.ts';
import { Lag, Servers, Way } from './state-now.tsx';
import style from './system.module.css';
import { Verified } from './verified.tsx';

/** Lags that people notice: from here on the page says that something is behind. */
const noticedMs = 2_000;

/** Whether everything keeps up. Exported for its spec. */
export const keepsUp = ({ lag, servers, parked, partitions, filling }: SystemView): boolean =>
  filling.length === 0 &&
  servers.every(({ up }) => up) &&
  parked.journeys === 0 &&
  partitions.behind === 0 &&
  Math.max(lag.readMs, lag.runMs) < noticedMs;

/** How the programs and servers are, what waits for a person, and what can be put right from here. */
export function System() {
  const query = useQuery(systemQuery);
  const { data: system } = query;
  if (system === undefined)
    return query.error === null ? (
      <AfterAMoment>
        <div className={style.skeleton} aria-busy aria-label={t('system.whole')} />
      </AfterAMoment>
    ) : (
      <Failure what={t('system.whole')} error={query.error} retry={() => void query.refetch()} />
    );
  const well = keepsUp(system);
  return (
    <>
      <section className={style.scroll} aria-label={t('screens.system')} tabIndex={0} data-scrolls>
        <p className={style.verdict} data-well={well || undefined} role="status">
          {well ? (
            <IconCheck size={18} stroke={2} aria-hidden />
          ) : (
            <IconAlertTriangle size={18} stroke={1.75} aria-hidden />
          )}
          {t(well ? 'system.right' : 'system.behind')}
        </p>
        <div className={style.top}>
          <Lag system={system} />
          <Way system={system} />
          <Servers system={system} />
        </div>
        <Filling system={system} />
        <Parked system={system} />
        <Rebuild readModels={system.readModels} />
        <Verified verify={system.verify} />
      </section>
      <FootBar />
    </>
  );
}
