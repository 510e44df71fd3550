import type { SystemView } from '@stepway/contracts';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useNow } from '../../api/now.ts';
import facts from '../../frame/facts-table.module.css';
import { Panel, PanelBody } from '../../frame/panel.tsx';
import { useSiteTime } from '../../frame/session.tsx';
import { shortId } from '../../marks/people.ts';
import { inOrAgo } from '../../marks/time.ts';
import { Marked } from '../../texts/marked.tsx';
import { system } from '../../texts/en/system.ts';
import { figure } from '../../texts/in-language.ts';
import { ofTheRecord, t } from '../../texts/texts.ts';
import style from './system.module.css';

const invariants = system.verify.titles;
const wholeIds = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

const isNamed = (invariant: string): invariant is keyof typeof invariants => Object.hasOwn(invariants, invariant);

/** In the page's language; one of a newer check in its own words. */
const Title = ({ invariant, title }: { readonly invariant: string; readonly title: string }) =>
  isNamed(invariant) ? t(`system.verify.titles.${invariant}`) : <span lang={ofTheRecord()}>{title}</span>;

/** When the invariants were last checked, what held and what did not. */
export function Verified({ verify }: Pick<SystemView, 'verify'>) {
  const now = useNow();
  const time = useSiteTime();
  if (verify === null)
    return (
      <Panel title={t('system.verify.title')} detail={t('system.verify.never')}>
        <PanelBody>
          <p className={facts.quiet}>
            <Marked
              text={t('system.verify.neverWhy', { command: 'stepway verify' })}
              as={(words) => <code className={facts.code}>{words}</code>}
            />
          </p>
        </PanelBody>
      </Panel>
    );
  const broken = verify.findings.filter(({ breaches }) => breaches.length > 0).length;
  return (
    <Panel title={t('system.verify.title')} detail={`${time.moment(verify.at, now)}, ${inOrAgo(verify.at, now)}`}>
      <PanelBody>
        <p className={facts.finding} data-state={broken === 0 ? 'equal' : 'differs'}>
          {broken === 0 ? t('system.verify.holds') : t('system.verify.broken', { count: broken })}
        </p>
      </PanelBody>
      <table className={facts.table}>
        <thead>
          <tr>
            <th scope="col">{t('system.verify.invariant')}</th>
            <th scope="col" className={facts.end}>
              {t('system.verify.checked')}
            </th>
          </tr>
        </thead>
        <tbody>
          {verify.findings.map(({ invariant, title, checked, breaches, note }) => (
            <tr key={invariant}>
              <th scope="row">
                <span className={style.invariant} data-holds={breaches.length === 0 || undefined}>
                  {breaches.length === 0 ? (
                    <IconCheck size={16} stroke={2} role="img" aria-label={t('system.verify.held')} />
                  ) : (
                    <IconX size={16} stroke={2} role="img" aria-label={t('system.verify.isBroken')} />
                  )}
                  <span>
                    {invariant} <Title invariant={invariant} title={title} />
                    {note !== undefined && <small lang={ofTheRecord()}> · {note}</small>}
                    {breaches.map((breach) => (
                      <code key={breach} className={facts.code}>
                        {breach.replaceAll(wholeIds, shortId)}
                      </code>
                    ))}
                  </span>
                </span>
              </th>
              <td className={`${facts.end} figure`}>{figure(checked)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
