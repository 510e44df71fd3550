import { isWell, type FileResult, type LineResult } from '@stepway/contracts';
import { Link } from '@tanstack/react-router';
import facts from '../../frame/facts-table.module.css';
import { Panel, PanelBody } from '../../frame/panel.tsx';
import { figure } from '../../texts/in-language.ts';
import { t } from '../../texts/texts.ts';
import style from './files.module.css';
import { inOrderOfNeed, moreWords, outcomeWords } from './words.ts';

const mostShown = 200;

/** What became of each line, those that have to be looked at first. */
export function Results({ result }: { readonly result: FileResult }) {
  const lines = inOrderOfNeed(result);
  return (
    <Panel title={t('files.results')}>
      <table className={facts.table}>
        <thead>
          <tr>
            <th scope="col" className={facts.end}>
              {t('files.line')}
            </th>
            <th scope="col">{t('files.outcome')}</th>
            <th scope="col">{t('files.more')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, mostShown).map((line) => (
            <Line key={line.line} line={line} dry={result.dry} />
          ))}
        </tbody>
      </table>
      {lines.length > mostShown && <PanelBody>{t('files.unshown', { count: lines.length - mostShown })}</PanelBody>}
    </Panel>
  );
}

const Line = ({ line, dry }: { readonly line: LineResult; readonly dry: boolean }) => (
  <tr data-left={!isWell(line) || undefined} className={style.line}>
    <td className={`${facts.end} figure`}>{figure(line.line)}</td>
    <th scope="row">{outcomeWords(line, dry)}</th>
    <td>
      {moreWords(line).join(' · ')}{' '}
      {line.episodeId !== undefined && (
        <Link to="/journeys/$episodeId/{-$tab}" params={{ episodeId: line.episodeId }} className={style.journey}>
          {t('files.journey')}
        </Link>
      )}
    </td>
  </tr>
);
