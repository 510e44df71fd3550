import { Button } from '@mantine/core';
import type { RosterPersonItem } from '@stepway/contracts';
import { LevelName } from '../../marks/level-mark.tsx';
import type { LevelBook } from '../../marks/levels.ts';
import { nameOf } from '../../marks/people.ts';
import { dayNumber } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import style from './roster.module.css';

interface OthersProps {
  readonly people: readonly RosterPersonItem[];
  readonly book: LevelBook;
  readonly now: number;
  readonly stage: RosterPersonItem['stage'];
  readonly add: (episodeId: string) => void;
}

/** For whom else the group is meant: at its levels and of its age, and in no group for four weeks. */
export function Others({ people, book, now, stage, add }: OthersProps) {
  if (people.length === 0) return null;
  return (
    <section className={style.others} aria-labelledby="roster-others">
      <h2 id="roster-others" className={style.othersHead}>
        {t('roster.others')} <span className="figure">{people.length}</span>
      </h2>
      <ul>
        {people.map((person) => (
          <li key={person.episodeId} className={style.other}>
            <span className={style.person}>{nameOf(person)}</span>
            <LevelName level={book.level(person.programme, person.level)} />
            <span className={style.quiet}>
              {t('roster.dayAtLevel', { day: dayNumber(person.levelSince, now) })}
              {person.stage === stage && <> · {t(`roster.stages.${stage}`)}</>}
            </span>
            <Button
              size="compact-sm"
              h={26}
              variant="default"
              aria-label={t('roster.addWhom', { whom: nameOf(person) })}
              onClick={() => add(person.episodeId)}
            >
              {t('roster.add')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
