import type { ProgrammeView } from '@stepway/contracts';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNow } from '../../api/now.ts';
import { useSiteTime } from '../../frame/session.tsx';
import { Failure, StatePanel } from '../../frame/states.tsx';
import { Marked } from '../../texts/marked.tsx';
import { ofTheRecord, t } from '../../texts/texts.ts';
import { Part } from './panel.tsx';
import style from './programmes.module.css';
import { replayQuery } from './requests.ts';

/** Who would have been treated otherwise by this version: counts by the rules that make the difference. */
export function ReplayResult({ shown: { id, version } }: { readonly shown: ProgrammeView }) {
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
          as={(words) => <code className={style.code}>{words}</code>}
        />
      </StatePanel>
    );
  const { different, compared, lessSure, notCompared, notSaid, rules } = report;
  return (
    <Part
      title={t('programmes.replay.title')}
      detail={t('programmes.replay.when', { moment: time.moment(report.at, now) })}
    >
      <p className={style.finding}>{t('programmes.replay.found', { different, count: compared })}</p>
      {rules.length > 0 && (
        <table className={style.table}>
          <thead>
            <tr>
              <th scope="col">{t('programmes.replay.what')}</th>
              <th scope="col">{t('programmes.replay.own')}</th>
              <th scope="col">{t('programmes.replay.proposed')}</th>
              <th scope="col" className={style.end}>
                {t('programmes.replay.people')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rules.map((group) => (
              <tr key={JSON.stringify(group)}>
                <th scope="row">{t(`programmes.replay.about.${group.about}`)}</th>
                <td lang={ofTheRecord()}>{group.own}</td>
                <td lang={ofTheRecord()}>{group.proposed}</td>
                <td className={`${style.end} figure`}>{group.people}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ul className={style.says}>
        <li>{t('programmes.replay.limit')}</li>
        {notSaid > 0 && <li>{t('programmes.replay.notSaid', { count: notSaid })}</li>}
        {lessSure > 0 && <li>{t('programmes.replay.lessSure', { count: lessSure })}</li>}
        {notCompared > 0 && <li>{t('programmes.replay.notCompared', { count: notCompared })}</li>}
      </ul>
    </Part>
  );
}
