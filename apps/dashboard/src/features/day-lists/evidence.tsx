import type { DayMedication, SpecimenView } from '@stepway/contracts';
import { IconCircleDashed, IconMinus, IconPill, IconPlus } from '@tabler/icons-react';
import type { z } from 'zod';
import { dispositionWords, drugClassWords } from '../../marks/dispositions.ts';
import { Explanation } from '../../marks/explanation.tsx';
import { medicationWords } from '../../marks/medications.ts';
import type { SiteTime } from '../../marks/time.ts';
import { listInWords } from '../../texts/in-language.ts';
import { capital } from '../../texts/letters.ts';
import { t } from '../../texts/texts.ts';
import style from './day-lists.module.css';

type Specimen = z.output<typeof SpecimenView>;
type Result = Specimen['results'][number];

interface Clock {
  readonly now: number;
  readonly time: SiteTime;
}

/** A specimen, class by class: what was found, what it came to mean, and why. In ink: a test is evidence. */
export function Evidence({ specimen, now, time }: { readonly specimen: Specimen } & Clock) {
  const negative = specimen.results.filter(isPlain);
  return (
    <section aria-label={t('dayLists.evidence')}>
      <h3 className={style.section}>
        {t('dayLists.collected', {
          day: time.moment(specimen.collectedAt, now),
          specimen: specimen.specimenId,
        })}
        {' · '}
        {t(`dayLists.validity.${specimen.validity}`)}
      </h3>
      <ul className={style.results}>
        {specimen.results
          .filter((result) => !isPlain(result))
          .map((result) => (
            <li key={result.drugClass}>
              <OutcomeMark outcome={result.outcome} />
              <div>
                <b>{drugClassWords(result.drugClass)}</b>
                <span className={style.outcome}>{outcomeWords(result)}</span>
                <div>{dispositionWords(result.disposition)}</div>
                <Explanation words={result.explanation} />
              </div>
            </li>
          ))}
        {negative.length > 0 && (
          <li>
            <OutcomeMark outcome="negative" />
            <div>
              {t('dayLists.negative', {
                classes: listInWords(negative.map(({ drugClass }) => drugClassWords(drugClass))),
              })}
            </div>
          </li>
        )}
      </ul>
    </section>
  );
}

/** What says nothing more than that it was negative stands together. */
const isPlain = ({ disposition }: Result): boolean => disposition === 'negative';

const outcomeWords = ({ outcome, stage, amount, unit }: Result): string =>
  [
    t(`dayLists.outcomes.${outcome}`),
    t(`dayLists.stages.${stage}`),
    amount === undefined ? '' : `${amount}\u00a0${unit ?? ''}`.trim(),
  ]
    .filter((part) => part !== '')
    .join(', ');

function OutcomeMark({ outcome }: Pick<Result, 'outcome'>) {
  switch (outcome) {
    case 'positive':
      return <IconPlus size={15} stroke={2} aria-hidden />;
    case 'negative':
      return <IconMinus size={15} stroke={2} aria-hidden />;
    case 'indeterminate':
    case 'not-done':
      return <IconCircleDashed size={15} stroke={1.75} aria-hidden />;
  }
}

interface DosesProps extends Clock {
  readonly medications: readonly DayMedication[];
}

/** The medications that a row is about: since when, the next dose, and what was missed. */
export const Doses = ({ medications, time, now }: DosesProps) => (
  <section aria-label={t('dayLists.medicationsHead')}>
    <h3 className={style.section}>{t('dayLists.medicationsHead')}</h3>
    <ul className={style.results}>
      {medications.map(({ medicationId, medication, kind, from, until, nextDoseAt, missed }) => (
        <li key={medicationId}>
          <IconPill size={15} stroke={1.75} aria-hidden />
          <div>
            <b>{capital(medicationWords(medication))}</b>
            <span className={style.outcome}>{t(`events.medications.kinds.${kind}`)}</span>
            <p>
              {until === null
                ? t('dayLists.since', { day: time.day(from, now) })
                : t('dayLists.fromUntil', { from: time.day(from, now), to: time.day(until, now) })}
            </p>
            <p>
              {nextDoseAt === null
                ? t('dayLists.noNextDose')
                : t('dayLists.nextDose', { moment: time.moment(nextDoseAt, now) })}
            </p>
            {missed !== null && (
              <p>
                {t('dayLists.missedDoses', {
                  count: missed.doses,
                  from: time.day(missed.from, now),
                  to: time.day(missed.to, now),
                })}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  </section>
);
