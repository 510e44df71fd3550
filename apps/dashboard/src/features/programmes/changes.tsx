import facts from '../../frame/facts-table.module.css';
import { LevelMark } from '../../marks/level-mark.tsx';
import type { LevelLook } from '../../marks/levels.ts';
import { t } from '../../texts/texts.ts';
import type { Change, ChangedSection } from './diff.ts';
import { differing } from './differing.ts';
import style from './programmes.module.css';

interface ChangesProps {
  readonly sections: readonly ChangedSection[];
  readonly looks: readonly LevelLook[];
}

/** Before and now beside each other, part by part; where one is missing, the sentence came or went. */
export const Changes = ({ sections, looks }: ChangesProps) => (
  <table className={`${facts.table} ${style.changes}`}>
    <thead>
      <tr>
        <th scope="col">{t('programmes.versions.was')}</th>
        <th scope="col">{t('programmes.versions.is')}</th>
      </tr>
    </thead>
    {sections.map(({ id, title, level, changes }) => {
      const look = looks.find((one) => one.id === level);
      return (
        <tbody key={id}>
          <tr className={style.part}>
            <th scope="rowgroup" colSpan={2}>
              <span>
                {look && <LevelMark level={look} />}
                {title}
              </span>
            </th>
          </tr>
          {changes.map((change) => (
            <tr key={change.id}>
              {id === 'asData' ? (
                <td colSpan={2} className={facts.code}>
                  {change.after}
                </td>
              ) : (
                <Sentences {...change} />
              )}
            </tr>
          ))}
        </tbody>
      );
    })}
  </table>
);

/** Only the words that differ are marked: a whole sentence struck out says nothing. */
function Sentences({ before, after }: Change) {
  if (before === undefined || after === undefined)
    return (
      <>
        <td>{before ?? <em>{t('programmes.versions.came')}</em>}</td>
        <td>{after ?? <em>{t('programmes.versions.went')}</em>}</td>
      </>
    );
  const { start, was, is, end } = differing(before, after);
  const rest = (middle: string) => (middle === '' || end === '' ? end : ` ${end}`);
  return (
    <>
      <td>
        {start}
        {was !== '' && <del>{was}</del>}
        {rest(was)}
      </td>
      <td>
        {start}
        {is !== '' && <ins>{is}</ins>}
        {rest(is)}
      </td>
    </>
  );
}
