import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import facts from '../../frame/facts-table.module.css';
import { Nothing, Panel, PanelBody } from '../../frame/panel.tsx';
import { useSession } from '../../frame/session.tsx';
import { inSeconds } from '../../marks/time.ts';
import { figure } from '../../texts/in-language.ts';
import { t } from '../../texts/texts.ts';
import { inboxQuery, sendersQuery } from './requests.ts';
import style from './system.module.css';

/** How many messages from outside wait to be taken up, and how many for a person; counts only. */
export function Inbox() {
  const { ask } = useSession().may;
  const { data: inbox, error } = useQuery({ ...inboxQuery, enabled: ask.includes('inbox') });
  const { data: titles } = useQuery({ ...sendersQuery, enabled: ask.includes('senders') });
  if (!ask.includes('inbox')) return null;
  const title = t('system.inbox.title');
  if (inbox === undefined)
    return error === null ? null : (
      <Panel title={title}>
        <Nothing>{t('states.noAnswer')}</Nothing>
      </Panel>
    );
  const { waiting, quarantined, oldestWaitingMs, bySender } = inbox;
  const oldest =
    oldestWaitingMs === null ? undefined : t('system.inbox.oldest', { length: inSeconds(oldestWaitingMs) });
  const link = ask.includes('quarantine') ? <Link to="/messages">{t('system.inbox.see')}</Link> : undefined;
  return (
    <Panel title={title} detail={oldest} link={link}>
      {bySender.length === 0 ? (
        <Nothing>{t('system.inbox.none')}</Nothing>
      ) : (
        <div className={style.sideways}>
          <table className={facts.table}>
            <thead>
              <tr>
                <th scope="col">{t('system.inbox.sender')}</th>
                <th scope="col" className={facts.end}>
                  {t('system.inbox.waiting')}
                </th>
                <th scope="col" className={facts.end}>
                  {t('system.inbox.quarantined')}
                </th>
              </tr>
            </thead>
            <tbody>
              {bySender.map((one) => (
                <Counts key={one.senderId} name={titles?.get(one.senderId) ?? one.senderId} {...one} />
              ))}
              {bySender.length > 1 && <Counts name={t('system.inbox.all')} {...{ waiting, quarantined }} />}
            </tbody>
          </table>
        </div>
      )}
      {quarantined > 0 && link === undefined && <PanelBody>{t('system.inbox.whoSees')}</PanelBody>}
    </Panel>
  );
}

interface CountsProps {
  readonly name: string;
  readonly waiting: number;
  readonly quarantined: number;
}

const Counts = ({ name, waiting, quarantined }: CountsProps) => (
  <tr>
    <th scope="row">{name}</th>
    <td className={`${facts.end} figure`}>{figure(waiting)}</td>
    <td className={`${facts.end} figure`}>{figure(quarantined)}</td>
  </tr>
);
