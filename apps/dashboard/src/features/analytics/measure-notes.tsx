import { t } from '../../texts/texts.ts';
import style from './analytics.module.css';

const notes = ['initiation', 'after-residential', 'after-emergency', 'medication'] as const;

/** What each measure is by its source, how it is counted here, and what the record of one clinic cannot say. */
export const MeasureNotes = () => (
  <section className={style.card} data-wide aria-label={t('analytics.measures.notes')}>
    <h2 className={style.notesHead}>{t('analytics.measures.notes')}</h2>
    <dl className={style.notes}>
      {notes.map((name) => (
        <div key={name}>
          <dt>{t(`analytics.measures.names.${name}`)}</dt>
          <dd>{t(`analytics.measures.defined.${name}`)}</dd>
          <dd className={style.cannot}>{t(`analytics.measures.cannot.${name}`)}</dd>
          <dd className={style.source}>{t(`analytics.measures.sources.${name}`)}</dd>
        </div>
      ))}
    </dl>
  </section>
);
