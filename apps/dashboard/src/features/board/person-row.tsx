import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { chipsOf, type ChipContext } from '../../marks/attention.ts';
import { Chip, ChipDot } from '../../marks/chip.tsx';
import { nameOf } from '../../marks/people.ts';
import { dayNumber } from '../../marks/time.ts';
import { WeeklyStrip } from '../../marks/weekly-strip.tsx';
import { t } from '../../texts/texts.ts';
import { flagsAt, type Row } from './arrange.ts';
import style from './person-row.module.css';
import { useJustChanged } from '../../lists/use-held.ts';

interface PersonRowProps {
  readonly row: Row;
  readonly context: ChipContext;
  /** The place in its column, by which the arrow keys find it. */
  readonly place: string;
  readonly tabbable: boolean;
}

/** A person in a column. Who needs action has a second line with the reason; who is on course has one quiet line. */
export const PersonRow = memo(function PersonRow({ row, context, place, tabbable }: PersonRowProps) {
  const changed = useJustChanged(row.version);
  const { first, others } = chipsOf({ ...row, flags: flagsAt(row, context.now) }, context);
  const day = dayNumber(row.levelSince ?? row.openedAt, context.now);
  const link = {
    to: '/journeys/$episodeId/{-$tab}',
    params: { episodeId: row.episodeId },
    'data-place': place,
    'data-changed': changed || undefined,
    tabIndex: tabbable ? 0 : -1,
  } as const;
  if (first === undefined)
    return (
      <Link {...link} className={style.quiet}>
        <span className={style.name} title={nameOf(row)}>
          {nameOf(row)}
        </span>
        <span className={`${style.day} figure`}>{t('board.dayShort', { day })}</span>
        {row.weeks.length > 0 && (
          <span className={style.strip}>
            <WeeklyStrip weeks={row.weeks} />
          </span>
        )}
      </Link>
    );
  return (
    <Link {...link} className={style.needs}>
      <span className={style.name} title={nameOf(row)}>
        {nameOf(row)}
      </span>
      <span className={`${style.day} figure`}>{t('board.day', { day })}</span>
      <span className={style.reason}>
        <span className={style.chips}>
          <Chip chip={first} />
          {others.map((chip) => (
            <ChipDot key={chip.icon + chip.words} chip={chip} />
          ))}
        </span>
        <span className={style.strip}>
          <WeeklyStrip weeks={row.weeks} />
        </span>
      </span>
    </Link>
  );
});
