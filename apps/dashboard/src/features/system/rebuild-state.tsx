import { Progress } from '@mantine/core';
import type { RebuildView } from '@stepway/contracts';
import { useStaffName } from '../../api/directory.ts';
import { useNow } from '../../api/now.ts';
import facts from '../../frame/facts-table.module.css';
import { PanelBody } from '../../frame/panel.tsx';
import { useSiteTime } from '../../frame/session.tsx';
import { shortId } from '../../marks/people.ts';
import { inSeconds } from '../../marks/time.ts';
import { figure } from '../../texts/in-language.ts';
import { t } from '../../texts/texts.ts';
import style from './system.module.css';

/** A rebuild: how far it is, or what it found. */
export function RebuildState({ rebuild }: { readonly rebuild: RebuildView }) {
  const now = useNow();
  const time = useSiteTime();
  const staffName = useStaffName();
  const { state, phase, journeys, events, of, behind, differences, startedAt, endedAt, startedBy, trouble } = rebuild;
  const ms = (endedAt === null ? now : Date.parse(endedAt)) - Date.parse(startedAt);
  const length = inSeconds(Math.max(0, ms));
  return (
    <>
      <PanelBody>
        <div className={style.outcome}>
          <p className={facts.finding} role="status" data-state={state}>
            {t(`system.rebuild.states.${state}`)}
          </p>
          <p className={facts.quiet}>
            {rebuild.models.join(', ')} ·{' '}
            {t('system.rebuild.by', { moment: time.moment(startedAt, now), whom: staffName(startedBy) })}
          </p>
        </div>
        {state === 'running' ? (
          <>
            <Progress
              size="sm"
              value={phase === 'fold' ? (of === 0 ? 0 : Math.min(95, (journeys / of) * 95)) : 98}
              aria-label={t('system.rebuild.title')}
            />
            <p className="figure">{t(`system.rebuild.running.${phase}`, { journeys, of })}</p>
          </>
        ) : (
          <p className={facts.quiet}>
            {t('system.rebuild.figures', { journeys, events, length })}
            {behind > 0 && ` · ${t('system.rebuild.behind', { count: behind })}`}
            {trouble !== null && ` · ${t('system.rebuild.code', { code: trouble })}`}
          </p>
        )}
      </PanelBody>
      {differences.length > 0 && (
        <div className={style.sideways}>
          <table className={facts.table}>
            <thead>
              <tr>
                <th scope="col">{t('system.rebuild.table')}</th>
                <th scope="col" className={facts.end}>
                  {t('system.rebuild.onlyLive')}
                </th>
                <th scope="col" className={facts.end}>
                  {t('system.rebuild.onlyRebuilt')}
                </th>
                <th scope="col">{t('system.rebuild.some')}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ table, onlyLive, onlyRebuilt, episodeIds }) => (
                <tr key={table}>
                  <th scope="row" className={facts.code}>
                    {table}
                  </th>
                  <td className={`${facts.end} figure`}>{figure(onlyLive)}</td>
                  <td className={`${facts.end} figure`}>{figure(onlyRebuilt)}</td>
                  <td className={facts.code}>{episodeIds.map(shortId).join(' ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
