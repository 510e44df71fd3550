import { IconShare } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { FootBar } from '../../frame/foot-bar.tsx';
import { Scrolling } from '../../frame/scrolling.tsx';
import { AfterAMoment, Failure, StatePanel } from '../../frame/states.tsx';
import { t } from '../../texts/texts.ts';
import { Partner } from './partner.tsx';
import style from './partners.module.css';
import { partnersQuery } from './requests.ts';

/** Who outside is told what people have consented to, how far each has been told, and how they connect. */
export function Partners() {
  const query = useQuery(partnersQuery);
  const { data: partners } = query;
  if (partners === undefined)
    return query.error === null ? (
      <AfterAMoment>
        <div className={style.skeleton} aria-busy aria-label={t('partners.whole')} />
      </AfterAMoment>
    ) : (
      <Failure what={t('partners.whole')} error={query.error} retry={() => void query.refetch()} />
    );
  if (partners.length === 0)
    return (
      <StatePanel icon={IconShare} title={t('partners.none')}>
        {t('partners.howToRegister')}
      </StatePanel>
    );
  return (
    <>
      <Scrolling name={t('screens.partners')}>
        <p className={style.rule}>{t('partners.rule')}</p>
        {partners.map((partner) => (
          <Partner key={partner.partnerId} partner={partner} />
        ))}
      </Scrolling>
      <FootBar />
    </>
  );
}
