import type { WorklistItem } from '@stepway/contracts';
import { Button, Kbd } from '@mantine/core';
import { IconAlertOctagonFilled, IconPhone } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useStaffName } from '../../api/directory.ts';
import { useSecond } from '../../api/now.ts';
import { usePast } from '../../frame/past.ts';
import { useSession, useSiteTime } from '../../frame/session.tsx';
import { LevelName } from '../../marks/level-mark.tsx';
import type { LevelBook } from '../../marks/levels.ts';
import { nameOf } from '../../marks/people.ts';
import { taskWords } from '../../marks/tasks.ts';
import { secondsLeft } from '../../marks/time.ts';
import { Marked } from '../../texts/marked.tsx';
import { t } from '../../texts/texts.ts';
import { clockOf } from './crisis-clock.ts';
import { CrisisEnd } from './crisis-end.tsx';
import style from './crisis-lane.module.css';
import { isRinging, mayClaim } from './may.ts';
import { useOnCall } from './on-call.ts';
import { callsOf } from './phone-calls.ts';
import { callWords } from './phone-tree.tsx';

interface CrisisLaneProps {
  /** Those whom nobody has acknowledged come first. */
  readonly items: readonly WorklistItem[];
  /** What they answer; undefined while there is no answer yet, and of the past. */
  readonly question: string | undefined;
  readonly levels: LevelBook;
  readonly busy: string | undefined;
  readonly acknowledge: (item: WorklistItem) => void;
}

/** Open crises on top of everything, each with its clock and the phone tree. */
export function CrisisLane({ items, question, levels, busy, acknowledge }: CrisisLaneProps) {
  return (
    <>
      {question !== undefined && <Announced key={question} items={items} />}
      {items.length > 0 && (
        <section
          id="crises"
          tabIndex={-1}
          className={style.lane}
          aria-label={t('today.crisis.title', { count: items.length })}
        >
          <header className={style.head}>
            <IconAlertOctagonFilled size={16} aria-hidden />
            <h2>{t('today.crisis.title', { count: items.length })}</h2>
            <span>{t('today.crisis.rule')}</span>
          </header>
          <ul>
            {items.map((item, at) => (
              <CrisisRow
                key={item.taskId}
                item={item}
                levels={levels}
                first={at === 0}
                busy={busy === item.taskId}
                acknowledge={() => acknowledge(item)}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const crisisWords = ({ crisis, kind }: WorklistItem): string =>
  crisis === null ? taskWords(kind) : t(`today.crisis.kinds.${crisis}`);

interface CrisisRowProps {
  readonly item: WorklistItem;
  readonly levels: LevelBook;
  /** The one that its key acts on. */
  readonly first: boolean;
  readonly busy: boolean;
  readonly acknowledge: () => void;
}

function CrisisRow({ item, levels, first, busy, acknowledge }: CrisisRowProps) {
  const session = useSession();
  const time = useSiteTime(item.siteId);
  const staffName = useStaffName();
  const onCall = useOnCall(item.siteId);
  const past = usePast();
  const second = useSecond();
  const now = past === undefined ? second : Date.parse(past.asOf);
  const { episodeId, level, programme, owner } = item;
  const ringing = isRinging(item);
  const clock = clockOf(item);
  const over = Date.parse(clock.until) < now;
  const passed = Math.min(
    1,
    Math.max(0, (now - Date.parse(clock.from)) / (Date.parse(clock.until) - Date.parse(clock.from))),
  );
  const calls = callsOf(item).filter(({ state }) => state !== 'later');
  const spoken = ringing
    ? calls.slice(-3).map((call) => callWords(call, (at) => time.hourMinute(at), onCall(call.role)))
    : [t('today.crisis.acknowledged', { who: staffName(owner?.staffId ?? '') })];
  return (
    <li className={style.row} data-ringing={ringing || undefined}>
      <span className={style.two}>
        <Link to="/journeys/$episodeId/{-$tab}" params={{ episodeId }} className={style.whom}>
          {nameOf(item)}
        </Link>
        {level !== null && (
          <span className={style.second}>
            <LevelName level={levels.level(programme, level)} />
          </span>
        )}
      </span>
      <span className={style.two}>
        <Link to="." search={(search: object) => ({ ...search, task: item.taskId })} replace className={style.what}>
          {crisisWords(item)}
        </Link>
        <span className={style.second} title={spoken.join('. ')}>
          {ringing && <IconPhone size={14} stroke={1.75} aria-hidden />}
          {spoken.join(' · ')}
        </span>
      </span>
      {ringing ? (
        <span className={style.clock} role="timer">
          <span>
            <Marked
              text={t(over ? 'today.crisis.over' : 'today.crisis.left', {
                length: secondsLeft(clock.until, now),
                at: time.clock(clock.until),
              })}
              as={(words) => <b className="figure">{words}</b>}
            />
          </span>
          <span className={style.track} aria-hidden>
            <i style={{ width: `${passed * 100}%` }} />
          </span>
        </span>
      ) : (
        <span />
      )}
      <span className={style.act}>
        {past === undefined && ringing && mayClaim(item, session) ? (
          <Button
            className={style.acknowledge}
            size="xs"
            loading={busy}
            aria-keyshortcuts={first ? 'a' : undefined}
            rightSection={
              first && (
                <Kbd size="xs" aria-hidden>
                  A
                </Kbd>
              )
            }
            onClick={acknowledge}
          >
            {t('today.acts.acknowledge')}
            <span className="unseen">: {nameOf(item)}</span>
          </Button>
        ) : (
          <CrisisEnd item={item} mayAct={past === undefined && !ringing} />
        )}
      </span>
    </li>
  );
}

/** Says each crisis that comes while the page is open, once, at once. Those that were there are read in the lane. */
function Announced({ items }: { readonly items: readonly WorklistItem[] }) {
  const [told, tell] = useState({ known: new Set(items.map(({ taskId }) => taskId)), words: '' });
  const fresh = items.filter((item) => isRinging(item) && !told.known.has(item.taskId));
  if (fresh.length > 0)
    tell({
      known: new Set([...told.known, ...fresh.map(({ taskId }) => taskId)]),
      words: fresh.map((item) => t('today.crisis.new', { whom: nameOf(item), task: crisisWords(item) })).join('. '),
    });
  return (
    <div className="unseen" role="alert" aria-live="assertive">
      {told.words}
    </div>
  );
}
