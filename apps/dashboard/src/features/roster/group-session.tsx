import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNow } from '../../api/now.ts';
import { rosterQuery } from '../../api/roster.ts';
import { useLevels } from '../../api/use-levels.ts';
import { FootBar } from '../../frame/foot-bar.tsx';
import { StatePanel } from '../../frame/states.tsx';
import { ListState } from '../../lists/list-state.tsx';
import { nameOf } from '../../marks/people.ts';
import { siteTime } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import { AddPerson } from './add-person.tsx';
import { columns } from './columns.ts';
import type { RosterFilters } from './filters.ts';
import { Leaving } from './leaving.tsx';
import { Others } from './others.tsx';
import { RosterGrid } from './roster-grid.tsx';
import style from './roster.module.css';
import { inOrder, type SessionOfGroup } from './session.ts';
import { Sending } from './sending.tsx';
import { useRecording } from './use-recording.ts';

interface GroupSessionProps {
  readonly session: SessionOfGroup;
  readonly added: readonly string[];
  readonly setFilters: (changes: Partial<RosterFilters>) => void;
}

/** One session of a group: its people, what is said of each, and those it is meant for besides. */
export function GroupSession({ session, added, setFilters }: GroupSessionProps) {
  const { group, startsAt } = session;
  const episodeIds = added.length === 0 ? undefined : added.join(',');
  const query = useQuery(rosterQuery({ site: group.siteId, group: group.groupId, startsAt, episodeIds }));
  const recording = useRecording(session);
  const book = useLevels();
  const now = useNow();
  const time = useMemo(() => siteTime(group.timeZone), [group.timeZone]);
  const people = useMemo(
    () => inOrder([...(query.data?.members ?? []), ...(query.data?.added ?? [])], nameOf),
    [query.data],
  );
  const there = useMemo(() => new Set(people.map(({ episodeId }) => episodeId)), [people]);
  const add = (episodeId: string) => setFilters({ add: [...new Set([...added, episodeId])].slice(-50).join(',') });
  const when = time.moment(startsAt, now);

  return (
    <>
      <div className={style.area}>
        <header className={style.heading}>
          <h2>{group.title}</h2>
          <span className={style.quiet}>
            {t('roster.meant', {
              age: t(`roster.ages.${group.age}`),
              stage: t(`roster.stages.${group.stage}`),
              when,
            })}
          </span>
          <span className={style.grow} />
          <AddPerson siteId={group.siteId} there={there} add={add} />
        </header>
        <ListState
          what={t('roster.what')}
          query={query}
          columns={columns}
          rowHeight={44}
          isEmpty={people.length === 0 && (query.data?.others.length ?? 0) === 0}
          empty={
            <StatePanel icon={IconUsersGroup} title={t('roster.nobody')}>
              {t('roster.nobodyWhy')}
            </StatePanel>
          }
        >
          <div className={style.scroll} tabIndex={-1}>
            {people.length === 0 ? (
              <p className={style.none}>{t('roster.noMembers')}</p>
            ) : (
              <RosterGrid
                name={t('roster.gridName', { group: group.title, when })}
                levels={group.levels}
                {...{ people, book, time, now, recording }}
              />
            )}
            <Others people={query.data?.others ?? []} stage={group.stage} {...{ book, now, add }} />
          </div>
        </ListState>
        {people.length > 0 && <Sending recording={recording} people={people} />}
        <Leaving recording={recording} />
      </div>
      <FootBar>
        <span className={style.legend}>
          {(['attended', 'late', 'missed', 'excused'] as const).map((attendance) => (
            <span key={attendance} className={style.strip}>
              <i data-attendance={attendance} /> {t(`roster.attendance.${attendance}`)}
            </span>
          ))}
        </span>
      </FootBar>
    </>
  );
}
