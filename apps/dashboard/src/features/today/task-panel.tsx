import type { WorklistItem } from '@stepway/contracts';
import { Kbd } from '@mantine/core';
import { IconArrowUpRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useStaffName } from '../../api/directory.ts';
import { tasksOfQuery } from '../../api/worklist.ts';
import { useSiteTime } from '../../frame/session.tsx';
import { SidePanel } from '../../lists/side-panel.tsx';
import { Chip } from '../../marks/chip.tsx';
import { LevelName } from '../../marks/level-mark.tsx';
import { inSentence, type LevelBook } from '../../marks/levels.ts';
import { nameOf } from '../../marks/people.ts';
import { rankWords } from '../../marks/rank.ts';
import { taskWords } from '../../marks/tasks.ts';
import { leftOrOver } from '../../marks/time.ts';
import { Marked } from '../../texts/marked.tsx';
import { t } from '../../texts/texts.ts';
import { deadlineSentences } from './deadline.ts';
import { PhoneTree } from './phone-tree.tsx';
import { Section } from './section.tsx';
import { TaskActs, type OpenMenu } from './task-acts.tsx';
import style from './today.module.css';
import type { Acting } from './use-act.ts';

interface TaskPanelProps {
  readonly item: WorklistItem;
  /** Where it stands in the list, from 1; undefined where it is not in it. */
  readonly place: number | undefined;
  readonly all: string;
  readonly now: number;
  readonly levels: LevelBook;
  readonly acting: Acting;
  readonly menu: OpenMenu;
  readonly setMenu: (menu: OpenMenu) => void;
  readonly close: () => void;
}

/** All about one task: why it ranks here, what happens at its deadline, who has it, and the acts. */
export function TaskPanel({ item, place, all, now, levels, acting, menu, setMenu, close }: TaskPanelProps) {
  const time = useSiteTime(item.siteId);
  const staffName = useStaffName();
  const moment = (at: string) => time.moment(at, now);
  const { episodeId, kind, level, programme, actBy, handOffDueAt, owner, parts, points, role, snoozedUntil } = item;
  const putOff = typeof snoozedUntil === 'string' && Date.parse(snoozedUntil) > now;
  const most = Math.max(...parts.map((part) => part.points), 1);
  const sentences = deadlineSentences(item, now, moment);
  return (
    <SidePanel
      name={t('today.panel', { task: taskWords(kind), whom: nameOf(item) })}
      top={
        <span className={style.panelTop}>
          {place !== undefined && <span className="figure">{t('today.place', { place, all })}</span>}
          <span aria-hidden>
            <Kbd size="xs">J</Kbd> <Kbd size="xs">K</Kbd>
          </span>
        </span>
      }
      close={close}
    >
      <h2 className={style.title}>{taskWords(kind)}</h2>
      <p className={style.whom}>
        <Link to="/journeys/$episodeId/{-$tab}" params={{ episodeId }} className={style.link}>
          {nameOf(item)}
          <IconArrowUpRight size={14} stroke={1.75} aria-hidden />
        </Link>
        {level !== null && <LevelName level={levels.level(programme, level)} />}
      </p>
      <dl className={style.facts}>
        <Fact words={t('today.due')}>
          <b className="figure">{leftOrOver(actBy, now)}</b> · {moment(actBy)}
        </Fact>
        {handOffDueAt !== null && (
          <Fact words={t('today.handOffBy')}>
            {moment(handOffDueAt)} · {leftOrOver(handOffDueAt, now)}
          </Fact>
        )}
        <Fact words={t('today.askedOf')}>{t(`roles.${role}`)}</Fact>
        <Fact words={t('today.has')}>
          {owner === null || owner === undefined
            ? t('today.nobody')
            : t(`today.by.${owner.by}`, { who: staffName(owner.staffId) })}
        </Fact>
        {putOff && <Fact words={t('today.putOffTo')}>{moment(snoozedUntil)}</Fact>}
      </dl>
      <TaskActs item={item} now={now} acting={acting} menu={menu} setMenu={setMenu} />
      {item.urgent && <PhoneTree item={item} now={now} />}
      <Section title={t('today.why', { points })}>
        <ul className={style.parts}>
          {parts.map((part) => (
            <li key={part.part}>
              <span>
                {rankWords(part, {
                  now,
                  actBy,
                  levelInSentence: (id) => inSentence(levels.level(programme, id).title),
                })}
              </span>
              <span className={style.partBar} aria-hidden>
                <i style={{ width: `${(part.points / most) * 100}%` }} />
              </span>
              <b className="figure">+{part.points}</b>
            </li>
          ))}
        </ul>
        <p className={style.quiet}>{t('today.rule', { at: time.clock(now) })}</p>
      </Section>
      {sentences.length > 0 && (
        <Section title={t('today.atDeadlineTitle')}>
          <p className={style.sentence}>
            {sentences.map((text) => (
              <span key={text}>
                <Marked text={text} />{' '}
              </span>
            ))}
          </p>
        </Section>
      )}
      <OtherTasks item={item} now={now} />
    </SidePanel>
  );
}

const Fact = ({ words, children }: { readonly words: string; readonly children: ReactNode }) => (
  <div>
    <dt>{words}</dt>
    <dd>{children}</dd>
  </div>
);

/** What else waits for the same person. */
function OtherTasks({ item, now }: { readonly item: WorklistItem; readonly now: number }) {
  const { data } = useQuery(tasksOfQuery(item.episodeId));
  const time = useSiteTime(item.siteId);
  const others = data?.items.filter(({ taskId }) => taskId !== item.taskId) ?? [];
  if (data === undefined) return null;
  return (
    <Section title={t('today.others')}>
      {others.length === 0 ? (
        <p className={style.quiet}>{t('today.noOthers')}</p>
      ) : (
        <ul className={style.others}>
          {others.map(({ taskId, kind, actBy }) => (
            <li key={taskId}>
              <Link to="." search={(search: object) => ({ ...search, task: taskId })} replace className={style.other}>
                {taskWords(kind)}
              </Link>
              {Date.parse(actBy) < now ? (
                <Chip chip={{ form: 'overdue', icon: 'clock-over', words: '', time: leftOrOver(actBy, now) }} />
              ) : (
                <span className={`${style.quiet} figure`}>{time.moment(actBy, now)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
