import type { ProgrammeView } from '@stepway/contracts';
import type { Programme } from './programme.ts';
import { Link } from '@tanstack/react-router';
import { useStaffName } from '../../api/directory.ts';
import { useNow } from '../../api/now.ts';
import { useSiteTime } from '../../frame/session.tsx';
import { Choice, useSetFilters } from '../../frame/toolbar.tsx';
import { LevelMark } from '../../marks/level-mark.tsx';
import type { LevelLook } from '../../marks/levels.ts';
import { t } from '../../texts/texts.ts';
import { diff, type ChangedSection } from './diff.ts';
import type { ProgrammeFilters } from './filters.ts';
import { Part } from './panel.tsx';
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
      <table className={style.table}>
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
              <td className={style.code}>{publication?.contentHash.slice(0, 12)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {other === undefined ? (
        <p className={style.quiet}>{t('programmes.versions.only')}</p>
      ) : (
        <>
          <div className={style.line}>
            <h2>{t('programmes.versions.changes', { count, before: pair[0] ?? 0, after: pair[1] ?? 0 })}</h2>
            <Choice
              words={(version) => t('programmes.versions.compare', { version })}
              options={others.map((version) => ({ id: String(version), words: String(version) }))}
              value={String(other)}
              choose={(version) => setFilters({ against: Number(version) })}
            />
          </div>
          {count === 0 && <p className={style.quiet}>{t('programmes.versions.same')}</p>}
          {changed.map((section) => (
            <Changes key={section.id} section={section} look={looks.find(({ id }) => id === section.level)} />
          ))}
          <p className={style.quiet}>{t('programmes.versions.silent')}</p>
        </>
      )}
    </>
  );
}

/** Before and now beside each other; where one is missing, the sentence came or went. */
function Changes({ section, look }: { readonly section: ChangedSection; readonly look: LevelLook | undefined }) {
  const asData = section.id === 'asData';
  return (
    <Part title={section.title} mark={look && <LevelMark level={look} />}>
      <table className={style.changes}>
        <thead>
          <tr>
            {!asData && <th scope="col">{t('programmes.versions.was')}</th>}
            <th scope="col">{asData ? t('programmes.versions.place') : t('programmes.versions.is')}</th>
          </tr>
        </thead>
        <tbody>
          {section.changes.map(({ id, before, after }) => (
            <tr key={id}>
              {!asData && (
                <td>{before === undefined ? <em>{t('programmes.versions.came')}</em> : <del>{before}</del>}</td>
              )}
              <td className={asData ? style.code : undefined}>
                {after === undefined ? <em>{t('programmes.versions.went')}</em> : asData ? after : <ins>{after}</ins>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}
