import { t } from '../../texts/texts.ts';
import { number, type ChartModel } from './chart-model.ts';
import type { Cell } from './csv.ts';
import style from './analytics.module.css';

/** The figures behind a chart. What is not shown says why. */
export const DataTable = ({ model: { head, rows, title, height } }: { readonly model: ChartModel }) => (
  <div
    className={style.tableArea}
    style={{ maxHeight: Math.max(280, height) }}
    tabIndex={0}
    role="region"
    aria-label={`${t('analytics.table')}: ${title}`}
  >
    <table className={style.table}>
      <thead>
        <tr>
          {head.map((words, at) => (
            <th key={`${at} ${words}`} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join(' ')}>
            {row.map((cell, at) =>
              at === 0 ? (
                <th key={head[at]} scope="row">
                  {shown(cell)}
                </th>
              ) : (
                <td
                  key={`${at} ${head[at] ?? ''}`}
                  className="figure"
                  data-small={cell === null || undefined}
                  title={cell === null ? t('analytics.hiddenWhy') : undefined}
                >
                  {shown(cell)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const shown = (cell: Cell): string =>
  cell === null ? t('analytics.hidden') : typeof cell === 'number' ? number(cell, 1) : cell;
