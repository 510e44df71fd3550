import type { OnCallView } from '@stepway/contracts';
import { useSiteTitle, useStaffName } from '../../api/directory.ts';
import { useSiteTime } from '../../frame/session.tsx';
import { roleWords } from '../../frame/words.ts';
import { PanelFacts } from '../../lists/panel-parts.tsx';
import { SidePanel } from '../../lists/side-panel.tsx';
import { leftOrOver } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import { OrderForm } from './order-form.tsx';
import { hasEnded } from './orders.ts';
import style from './on-call.module.css';

interface OrderPanelProps {
  readonly order: OnCallView;
  readonly maySet: boolean;
  readonly now: number;
  readonly close: () => void;
}

/** One role at one site: who is called, and, for who may, who is called from now on. */
export function OrderPanel({ order, maySet, now, close }: OrderPanelProps) {
  const { siteId, role, staffIds, until } = order;
  const siteTitle = useSiteTitle();
  const staffName = useStaffName();
  const time = useSiteTime(siteId);
  const title = t('onCall.panel', { role: roleWords(role), site: siteTitle(siteId) });
  return (
    <SidePanel name={title} close={close} top={siteTitle(siteId)}>
      <h2 className={style.title}>{roleWords(role)}</h2>
      {staffIds.length === 0 ? <p>{t('onCall.nobodyWhy')}</p> : hasEnded(order, now) && <p>{t('onCall.endedWhy')}</p>}
      {maySet ? (
        <OrderForm order={order} time={time} now={now} close={close} />
      ) : (
        <PanelFacts
          facts={[
            ...staffIds.map((staffId, at): [string, string] => [t('onCall.place', { at: at + 1 }), staffName(staffId)]),
            [
              t('onCall.until'),
              staffIds.length === 0
                ? undefined
                : until === null
                  ? t('onCall.untilChanged')
                  : `${time.moment(until, now)} · ${leftOrOver(until, now)}`,
            ],
            [t('onCall.setBy'), t('onCall.setByWhom')],
          ]}
        />
      )}
    </SidePanel>
  );
}
