import { Button } from '@mantine/core';
import type { SystemView } from '@stepway/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNow } from '../../api/now.ts';
import facts from '../../frame/facts-table.module.css';
import { Nothing, Panel, PanelBody } from '../../frame/panel.tsx';
import { useSession, useSiteTime } from '../../frame/session.tsx';
import { shortId } from '../../marks/people.ts';
import { inOrAgo } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import { retryParked, systemQuery } from './requests.ts';
import style from './system.module.css';

/** Journeys that the read models cannot take, each with what stands behind it; tried again when asked for. */
export function Parked({ system: { parked } }: { readonly system: SystemView }) {
  const now = useNow();
  const time = useSiteTime();
  const client = useQueryClient();
  const may = useSession().may.post.includes('retryParked');
  const retrying = useMutation({
    mutationFn: retryParked,
    onSettled: () => client.invalidateQueries({ queryKey: systemQuery.queryKey, exact: true }),
  });
  if (parked.journeys === 0)
    return (
      <Panel title={t('system.parked.title')}>
        <Nothing>{t('system.parked.none')}</Nothing>
      </Panel>
    );
  return (
    <Panel
      title={t('system.parked.count', { count: parked.journeys })}
      detail={t('system.parked.records', { count: parked.records })}
    >
      {retrying.isError && (
        <PanelBody>
          <p role="alert">{t('system.parked.notNow')}</p>
        </PanelBody>
      )}
      <div className={style.sideways}>
        <table className={facts.table}>
          <thead>
            <tr>
              <th scope="col">{t('system.parked.journey')}</th>
              <th scope="col">{t('system.parked.reason')}</th>
              <th scope="col">{t('system.parked.since')}</th>
              <th scope="col" className={facts.end}>
                {t('system.parked.at')}
              </th>
              <th scope="col" className={facts.end}>
                {t('system.parked.waiting')}
              </th>
              <th scope="col">
                <span className="unseen">{t('system.parked.retry')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {parked.items.map(({ episodeId, reason, since, version, records, retryAskedAt }) => (
              <tr key={episodeId}>
                <th scope="row" className={facts.code} title={episodeId}>
                  {shortId(episodeId)}
                </th>
                <td className={facts.code}>{reason}</td>
                <td className="figure">{time.moment(since, now)}</td>
                <td className={`${facts.end} figure`}>{version}</td>
                <td className={`${facts.end} figure`}>{records}</td>
                <td className={facts.end}>
                  {retryAskedAt !== null ? (
                    <span className={facts.quiet}>{t('system.parked.asked', { ago: inOrAgo(retryAskedAt, now) })}</span>
                  ) : (
                    may && (
                      <Button
                        size="compact-sm"
                        h={26}
                        variant="default"
                        aria-label={t('system.parked.retryOf', { journey: shortId(episodeId) })}
                        onClick={() => retrying.mutate(episodeId)}
                      >
                        {t('system.parked.retry')}
                      </Button>
                    )
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
