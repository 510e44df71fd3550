import { Button } from '@mantine/core';
import { IconArrowUpRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DayListName, DayLists } from '../../api/day-lists.ts';
import { SidePanel } from '../../lists/side-panel.tsx';
import { LevelName } from '../../marks/level-mark.tsx';
import type { LevelBook } from '../../marks/levels.ts';
import { nameOf } from '../../marks/people.ts';
import { taskWords } from '../../marks/tasks.ts';
import { leftOrOver } from '../../marks/time.ts';
import { roleWords } from '../../frame/words.ts';
import { t } from '../../texts/texts.ts';
import { dueMoment, type About, type AboutContext } from './about.ts';
import { opens, type Act } from './acts.ts';
import style from './day-lists.module.css';
import { Doses, Evidence } from './evidence.tsx';

interface PanelProps {
  readonly row: DayLists[DayListName]['row'];
  readonly about: About;
  readonly acts: readonly Act[];
  readonly place: string;
  readonly context: AboutContext & { readonly levels: LevelBook };
  readonly close: () => void;
}

/** What a row is about, what may be done, and the evidence it stands on. */
export function DayPanel({ row, about, acts, place, context, close }: PanelProps) {
  const { now, levels } = context;
  const time = context.timeOf(row.siteId);
  const { task } = row;
  return (
    <SidePanel name={t('dayLists.panel', { whom: nameOf(row) })} top={place} close={close}>
      <h2 className={style.panelTitle}>{about.title}</h2>
      <div className={style.whom}>
        <Link to="/journeys/$episodeId/{-$tab}" params={{ episodeId: row.episodeId }}>
          {nameOf(row)}
          <IconArrowUpRight size={14} stroke={1.75} aria-hidden />
        </Link>
        <LevelName level={levels.level(row.programme, row.level)} />
      </div>
      <dl className={style.facts}>
        <Fact name={t('dayLists.due')}>
          <b className="figure">{leftOrOver(row.dueAt, now)}</b> · {dueMoment(row, context)}
        </Fact>
        {about.detail !== '' && <Fact name={t('dayLists.known')}>{about.detail}</Fact>}
        {task !== null && (
          <>
            <Fact name={t('dayLists.task')}>{taskWords(task.kind)}</Fact>
            <Fact name={t('dayLists.askedOf')}>
              {roleWords(task.role)}
              {task.owner ? ` · ${context.staffName(task.owner.staffId)}` : ` · ${t('dayLists.unowned')}`}
            </Fact>
          </>
        )}
        {task !== null && task.escalatedAt !== null && (
          <Fact name={t('dayLists.escalated')}>{time.moment(task.escalatedAt, now)}</Fact>
        )}
      </dl>
      <div className={style.acts}>
        {acts.map((act, at) => (
          <Button
            key={act.words}
            size="compact-sm"
            h={30}
            variant={at === 0 ? 'filled' : 'default'}
            renderRoot={(drawn) => (
              <Link
                to="."
                search={(before: object) => ({ ...before, about: undefined, ...opens(act, row.episodeId) })}
                {...drawn}
              />
            )}
          >
            {t(`dayLists.acts.${act.words}`)}
          </Button>
        ))}
      </div>
      {'specimen' in row && row.specimen !== null && <Evidence specimen={row.specimen} now={now} time={time} />}
      {'medications' in row && row.medications.length > 0 && (
        <Doses medications={row.medications} now={now} time={time} />
      )}
    </SidePanel>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);
