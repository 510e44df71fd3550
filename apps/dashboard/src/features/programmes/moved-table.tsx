import type { MovedJourney } from '@stepway/contracts';
import { Link } from '@tanstack/react-router';
import facts from '../../frame/facts-table.module.css';
import { Nothing, PanelBody } from '../../frame/panel.tsx';
import { shortId } from '../../marks/people.ts';
import { t } from '../../texts/texts.ts';
import { movedInWords } from './moved.ts';
import style from './programmes.module.css';

/** More rows than anybody reads one by one; the counts above are of all. */
const most = 200;

/** Who stays comes first: somebody has to look at why. */
export function MovedTable({ journeys }: { readonly journeys: readonly MovedJourney[] }) {
  const count = (outcome: MovedJourney['outcome']) => journeys.filter((one) => one.outcome === outcome).length;
  const rows = journeys.toSorted((a, b) => Number(b.outcome === 'refused') - Number(a.outcome === 'refused'));
  if (journeys.length === 0) return <Nothing>{t('programmes.move.nobody')}</Nothing>;
  return (
    <>
      <PanelBody>
        <p className={facts.finding} role="status">
          {count('moved') > 0
            ? t('programmes.move.moved', { count: count('moved') })
            : t('programmes.move.would', { count: count('would-move') })}
          {' · '}
          {t('programmes.move.stay', { count: count('refused') })}
        </p>
      </PanelBody>
      <table className={facts.table}>
        <thead>
          <tr>
            <th scope="col">{t('programmes.move.journey')}</th>
            <th scope="col">{t('programmes.move.outcome')}</th>
            <th scope="col">{t('programmes.move.changes')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((one) => (
            <tr key={one.episodeId}>
              <th scope="row">
                <Link
                  to="/journeys/$episodeId/{-$tab}"
                  params={{ episodeId: one.episodeId }}
                  className={`${style.link} ${facts.code}`}
                >
                  {shortId(one.episodeId)}
                </Link>
              </th>
              <td>{t(`programmes.move.outcomes.${one.outcome}`)}</td>
              <td>{movedInWords(one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
