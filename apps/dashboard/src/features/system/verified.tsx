import type { SystemView } from '@stepway/contracts';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useNow } from '../../api/now.ts';
import { useSiteTime } from '../../frame/session.tsx';
import { inOrAgo } from '../../marks/time.ts';
import { Marked } from '../../texts/marked.tsx';
import { ofTheRecord, t } from '../../texts/texts.ts';
import { Part } from './part.tsx';
import style from './system.module.css';

/** When the invariants were last checked, what held and what did not. */
export function Verified({ verify }: Pick<SystemView, 'verify'>) {
  const now = useNow();
  const time = useSiteTime();
  if (verify === null)
    return (
      <Part title={t('system.verify.title')} detail={t('system.verify.never')}>
        <p className={style.quiet}>
          <Marked
            text={t('system.verify.neverWhy', { command: 'stepway verify' })}
            as={(words) => <code className={style.code}>{words}</code>}
          />
        </p>
      </Part>
    );
  const broken = verify.findings.filter(({ breaches }) => breaches.length > 0).length;
  return (
    <Part title={t('system.verify.title')} detail={`${time.moment(verify.at, now)}, ${inOrAgo(verify.at, now)}`}>
      <p className={style.finding} data-state={broken === 0 ? 'equal' : 'differs'}>
        {broken === 0 ? t('system.verify.holds') : t('system.verify.broken', { count: broken })}
      </p>
      <table className={style.table}>
        <thead>
          <tr>
            <th scope="col">{t('system.verify.invariant')}</th>
            <th scope="col" className={style.end}>
              {t('system.verify.checked')}
            </th>
          </tr>
        </thead>
        <tbody>
          {verify.findings.map(({ invariant, title, checked, breaches, note }) => (
            <tr key={invariant}>
              <th scope="row" className={style.invariant} data-holds={breaches.length === 0 || undefined}>
                {breaches.length === 0 ? (
                  <IconCheck size={16} stroke={2} role="img" aria-label={t('system.verify.held')} />
                ) : (
                  <IconX size={16} stroke={2} role="img" aria-label={t('system.verify.isBroken')} />
                )}
                <span>
                  {invariant} <span lang={ofTheRecord()}>{title}</span>
                  {note !== undefined && <small lang={ofTheRecord()}> · {note}</small>}
                  {breaches.map((breach) => (
                    <code key={breach} className={style.code}>
                      {breach}
                    </code>
                  ))}
                </span>
              </th>
              <td className={`${style.end} figure`}>{checked}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}
