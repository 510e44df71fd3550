import type { ReactNode } from 'react';
import type { PartnerView } from '@stepway/contracts';
import { partnerEventType } from '@stepway/contracts/names';
import { useNow } from '../../api/now.ts';
import facts from '../../frame/facts-table.module.css';
import { Panel, PanelBody } from '../../frame/panel.tsx';
import { useSiteTime } from '../../frame/session.tsx';
import { inOrAgo, inSeconds } from '../../marks/time.ts';
import { figure, listInWords } from '../../texts/in-language.ts';
import { t } from '../../texts/texts.ts';
import { Connect } from './connect.tsx';
import style from './partners.module.css';
import { Replays } from './replays.tsx';

/** One partner: as whom consents name it, what it may be told of, how far it was told, and how it connects. */
export function Partner({ partner }: { readonly partner: PartnerView }) {
  const { partnerId, title, active, recipient, purpose, eventTypes, fields = {}, siteIds, stream, replays } = partner;
  const { recipientId, classes } = recipient;
  const sites = siteIds === undefined ? t('partners.everySite') : listInWords(siteIds);
  const known = [recipientId, ...classes.map((one) => t(`options.recipientClass.${one}`))];
  return (
    <Panel title={title} detail={active ? partnerId : t('partners.ended', { partnerId })}>
      <PanelBody>
        <dl className={style.facts}>
          <Fact name={t('partners.recipient')}>{listInWords(known)}</Fact>
          <Fact name={t('partners.purpose')}>{t(`options.purpose.${purpose}`)}</Fact>
          <Fact name={t('partners.sites')}>{sites}</Fact>
          <Told stream={stream} />
        </dl>
        <h3 className={style.of}>{t('partners.toldOf')}</h3>
        <ul className={style.types} aria-label={t('partners.toldOf')}>
          {eventTypes.map((type) => (
            <li key={type}>
              <code className={facts.code}>{partnerEventType(type)}</code>
              {fields[type] !== undefined && (
                <span>{t('partners.onlyFields', { fields: listInWords(fields[type]) })}</span>
              )}
            </li>
          ))}
        </ul>
        {replays.length > 0 && <Replays replays={replays} />}
        <Connect partnerId={partnerId} topic={stream.topic} />
      </PanelBody>
    </Panel>
  );
}

function Told({ stream }: Pick<PartnerView, 'stream'>) {
  const now = useNow();
  const time = useSiteTime();
  const { lagMs, delivered, lastDeliveryAt, troubleSince } = stream;
  const at = (moment: string) => <span title={time.moment(moment, now)}>{inOrAgo(moment, now)}</span>;
  return (
    <>
      <Fact name={t('partners.lag')} isTrouble={troubleSince !== null}>
        {lagMs < 500 ? t('system.lag.caughtUp') : inSeconds(lagMs)}
      </Fact>
      {troubleSince !== null && (
        <Fact name={t('partners.troubleSince')} isTrouble>
          {at(troubleSince)}
        </Fact>
      )}
      <Fact name={t('partners.delivered')}>{figure(delivered)}</Fact>
      <Fact name={t('partners.lastDelivery')}>
        {lastDeliveryAt === null ? t('partners.nothingYet') : at(lastDeliveryAt)}
      </Fact>
    </>
  );
}

interface FactProps {
  readonly name: string;
  readonly isTrouble?: boolean;
  readonly children: ReactNode;
}

const Fact = ({ name, isTrouble = false, children }: FactProps) => (
  <div>
    <dt>{name}</dt>
    <dd className="figure" data-trouble={isTrouble || undefined}>
      {children}
    </dd>
  </div>
);
