import type { ProgrammeView } from '@stepway/contracts';
import type { Programme } from './programme.ts';
import { Link } from '@tanstack/react-router';
import { useStaffName } from '../../api/directory.ts';
import { useNow } from '../../api/now.ts';
import facts from '../../frame/facts-table.module.css';
import { Nothing, Panel } from '../../frame/panel.tsx';
import { useSiteTime } from '../../frame/session.tsx';
import { Choice, useSetFilters } from '../../frame/toolbar.tsx';
import type { LevelLook } from '../../marks/levels.ts';
import { t } from '../../texts/texts.ts';
import { Changes } from './changes.tsx';
import { diff } from './diff.ts';
import type { ProgrammeFilters } from './filters.ts';
import style from './programmes.module.css';

interface VersionsProps {
  readonly versions: readonly ProgrammeView[];
  readonly shown: ProgrammeView;
  readonly read: ReadonlyMap<number, Programme>;
  readonly against: number | undefined;
  readonly looks: readonly LevelLook[];
}

/** All versions, and what changed between two of them, in words. */
export function Versions({ versions, shown, read, against, looks }: VersionsProps) {
  const time = useSiteTime();
  const now = useNow();
  const staffName = useStaffName();
  const setFilters = useSetFilters<ProgrammeFilters>();
  const others = versions.map(({ version }) => version).filter((version) => version !== shown.version);
  const other =
    others.find((version) => version === against) ?? others.find((version) => version < shown.version) ?? others[0];
  const pair = other === undefined ? [] : [other, shown.version].toSorted((a, b) => a - b);
  const [older, newer] = pair.map((version) => read.get(version));
  const changed = older && newer ? diff(older, newer) : [];
  const count = changed.reduce((sum, { changes }) => sum + changes.length, 0);
  return (
    <>
      <Panel title={t('programmes.versions.all')}>
        <div className={style.sideways}>
          <table className={facts.table}>
            <thead>
              <tr>
                <th scope="col">{t('programmes.versions.version')}</th>
                <th scope="col">{t('programmes.versions.published')}</th>
                <th scope="col">{t('programmes.versions.by')}</th>
                <th scope="col">{t('programmes.versions.content')}</th>
              </tr>
            </thead>
            <tbody>
              {versions.map(({ id, version, publication }) => (
                <tr key={version} data-chosen={version === shown.version || undefined}>
                  <th scope="row">
                    <Link
                      className={style.link}
                      to="/programmes/$id/{-$version}"
                      params={{ id, version: String(version) }}
                      search={{ view: 'versions' }}
                    >
                      {t('programmes.version', { version }).replaceAll(/<\/?b>/g, '')}
                    </Link>
                  </th>
                  <td className="figure">{publication && time.moment(publication.at, now)}</td>
                  <td>
                    {publication &&
                      (publication.by === 'stepway' ? t('programmes.versions.shipped') : staffName(publication.by))}
                  </td>
                  <td className={facts.code}>{publication?.contentHash.slice(0, 12)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
      {other === undefined ? (
        <p className={facts.quiet}>{t('programmes.versions.only')}</p>
      ) : (
        <Panel
          title={t('programmes.versions.changes', { count, before: pair[0] ?? 0, after: pair[1] ?? 0 })}
          link={
            <Choice
              words={(version) => t('programmes.versions.compare', { version })}
              options={others.map((version) => ({ id: String(version), words: String(version) }))}
              value={String(other)}
              choose={(version) => setFilters({ against: Number(version) })}
            />
          }
        >
          {count === 0 ? (
            <Nothing>{t('programmes.versions.same')}</Nothing>
          ) : (
            <Changes sections={changed} looks={looks} />
          )}
          <Nothing>{t('programmes.versions.silent')}</Nothing>
        </Panel>
      )}
    </>
  );
}
