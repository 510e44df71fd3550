import type { ProgrammeView } from '@stepway/contracts';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNow } from '../../api/now.ts';
import facts from '../../frame/facts-table.module.css';
import { Panel, PanelBody } from '../../frame/panel.tsx';
import { useSiteTime } from '../../frame/session.tsx';
import { Failure, StatePanel } from '../../frame/states.tsx';
import type { LevelLook } from '../../marks/levels.ts';
import { Marked } from '../../texts/marked.tsx';
import { figure } from '../../texts/in-language.ts';
import { t } from '../../texts/texts.ts';
import style from './programmes.module.css';
import { toldDifference } from './replay-words.ts';
import { replayQuery } from './requests.ts';

interface ReplayProps {
  readonly shown: ProgrammeView;
  readonly looks: readonly LevelLook[];
}

/** Who would have been treated otherwise by this version: counts by the rules that make the difference. */
export function ReplayResult({ shown: { id, version }, looks }: ReplayProps) {
  const query = useQuery(replayQuery(id, version));
  const time = useSiteTime();
  const now = useNow();
  if (query.data === undefined)
    return query.error === null ? null : (
      <Failure what={t('programmes.views.replay')} error={query.error} retry={() => void query.refetch()} />
    );
  const report = query.data;
  if (report === null)
    return (
      <StatePanel icon={IconHistory} title={t('programmes.replay.none')}>
        <Marked
          text={t('programmes.replay.noneWhy', { command: `stepway replay --programme ${id}@${version} --publish` })}
          as={(words) => <code className={facts.code}>{words}</code>}
        />
      </StatePanel>
    );
  const { different, compared, lessSure, notCompared, notSaid, rules } = report;
  return (
    <Panel
      title={t('programmes.replay.title')}
      detail={t('programmes.replay.when', { moment: time.moment(report.at, now) })}
    >
      <PanelBody>
        <p className={style.found}>{t('programmes.replay.found', { different, count: compared })}</p>
        <Share of={compared} people={different} />
      </PanelBody>
      {rules.length > 0 && (
        <table className={`${facts.table} ${style.differences}`}>
          <thead>
            <tr>
              <th scope="col">{t('programmes.replay.what')}</th>
              <th scope="col">{t('programmes.replay.own')}</th>
              <th scope="col">{t('programmes.replay.proposed')}</th>
              <th scope="col" className={facts.end}>
                {t('programmes.replay.people')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rules.map((group) => {
              const { what, was, would, because } = toldDifference(group, looks);
              return (
                <tr key={JSON.stringify(group)}>
                  <th scope="row">{what}</th>
                  <td>{was}</td>
                  <td>
                    {would}
                    {because !== '' && <small>{because}</small>}
                  </td>
                  <td className={`${facts.end} figure`}>
                    {figure(group.people)}
                    <Share of={compared} people={group.people} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <PanelBody>
        <ul className={style.says}>
          <li>{t('programmes.replay.limit')}</li>
          {notSaid > 0 && <li>{t('programmes.replay.notSaid', { count: notSaid })}</li>}
          {lessSure > 0 && <li>{t('programmes.replay.lessSure', { count: lessSure })}</li>}
          {notCompared > 0 && <li>{t('programmes.replay.notCompared', { count: notCompared })}</li>}
        </ul>
      </PanelBody>
    </Panel>
  );
}

/** How many of all; the figure stands beside it. */
const Share = ({ people, of }: { readonly people: number; readonly of: number }) => (
  <i className={style.share} aria-hidden>
    <b style={{ width: `${of === 0 ? 0 : Math.max(0.5, (people / of) * 100)}%` }} />
  </i>
);
