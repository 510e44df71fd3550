import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { FootBar } from '../../frame/foot-bar.tsx';
import { Scrolling } from '../../frame/scrolling.tsx';
import { AfterAMoment, Failure } from '../../frame/states.tsx';
import { listInWords } from '../../texts/in-language.ts';
import { capital } from '../../texts/letters.ts';
import { t } from '../../texts/texts.ts';
import { asksForSomebody } from './asks-for-somebody.ts';
import { Filling } from './filling.tsx';
import { Inbox } from './inbox.tsx';
import { Parked } from './parked.tsx';
import { Rebuild } from './rebuild.tsx';
import { systemQuery } from './requests.ts';
import { Lag, Servers, Way } from './state-now.tsx';
import style from './system.module.css';
import { Verified } from './verified.tsx';

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
  const asks = asksForSomebody(system);
  const well = asks.length === 0;
  return (
    <>
      <Scrolling name={t('screens.system')}>
        <p className={style.verdict} data-well={well || undefined} role="status">
          {well ? (
            <IconCheck size={18} stroke={2} aria-hidden />
          ) : (
            <IconAlertTriangle size={18} stroke={1.75} aria-hidden />
          )}
          {well ? t('system.right') : capital(listInWords(asks))}
        </p>
        <div className={style.top}>
          <Lag system={system} />
          <Way system={system} />
          <Servers system={system} />
        </div>
        <Filling system={system} />
        <Inbox />
        <Parked system={system} />
        <Rebuild readModels={system.readModels} />
        <Verified verify={system.verify} />
      </Scrolling>
      <FootBar />
    </>
  );
}
