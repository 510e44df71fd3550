import type { EpisodeView } from '@stepway/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { chipsOf, type Attention, type ChipContext } from '../../marks/attention.ts';
import { Chip } from '../../marks/chip.tsx';
import { LevelMark } from '../../marks/level-mark.tsx';
import type { LevelLook } from '../../marks/levels.ts';
import { nameOf, shortId } from '../../marks/people.ts';
import { dayNumber, inOrAgo, leftOrOver } from '../../marks/time.ts';
import { journeyFlags } from './flags.ts';
import style from './header.module.css';
import { tabs, type Tab } from './tabs.ts';
import { endWords } from './words/episodes.ts';

interface HeaderProps {
  readonly journey: EpisodeView;
  readonly context: ChipContext;
  readonly level: (id: string) => LevelLook;
  readonly causeWords: (cause: string) => string;
  readonly counts: Readonly<Partial<Record<Tab, number>>>;
}

/** Who, where since when, where to by when, what is next. */
export function Header({ journey, context, level, causeWords, counts }: HeaderProps) {
  const { now, time } = context;
  const { transition, nextDue, episodeId } = journey;
  const attention: Attention = {
    flags: journeyFlags(journey, now),
    transition,
    holdUntil: journey.holds.find(({ endedAt }) => endedAt === null)?.until ?? null,
    nextTask: journey.tasks.toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))[0],
    leave: journey.leaves?.find(({ endedAt }) => endedAt === null) ?? null,
    lastScreen: null,
  };
  const { first, others } = chipsOf(attention, context);
  const by = transition?.handOffDueAt ?? transition?.deadlineAt;

  return (
    <div className={style.header}>
      <div className={style.person}>
        <h2>{nameOf(journey)}</h2>
        <span className={style.ids}>
          {shortId(episodeId)} · {journey.programme.id} v{journey.programme.version}
        </span>
        {first !== undefined && <Chip chip={first} />}
        {others.map((chip) => (
          <Chip key={chip.icon + chip.words} chip={chip} />
        ))}
      </div>
      <dl className={style.facts}>
        <Item term="Level">
          {journey.level === null ? (
            <b>{journey.status === 'discharged' ? 'Discharged' : 'Referred, not yet admitted'}</b>
          ) : (
            <>
              <LevelMark level={level(journey.level)} />
              <b title={level(journey.level).fullTitle}>{level(journey.level).title}</b>
            </>
          )}{' '}
          {journey.levelSince !== null && (
            <span>
              since {time.day(journey.levelSince, now)}
              {journey.status === 'active' && `, day ${dayNumber(journey.levelSince, now)}`}
            </span>
          )}
        </Item>
        {journey.dischargedAt !== null && (
          <Item term="Discharged">
            <b>{dischargeReason(journey.dischargeReason)}</b> <span>{time.day(journey.dischargedAt, now)}</span>
          </Item>
        )}
        <OtherEpisode term="Earlier episode" episodeId={journey.previousEpisodeId} />
        <OtherEpisode term="Later episode" episodeId={journey.nextEpisodeId} />
        {transition !== null && (
          <Item term={transition.state === 'proposed' ? 'Proposed' : 'Moving to'}>
            <LevelMark level={level(transition.to)} />
            <b>{level(transition.to).title}</b>{' '}
            {by !== undefined && (
              <span>
                by {time.moment(by, now)}, {leftOrOver(by, now)}
              </span>
            )}
          </Item>
        )}
        {transition?.appointmentAt !== undefined && (
          <Item term="Appointment">
            <b>{time.moment(transition.appointmentAt, now)}</b> <span>{inOrAgo(transition.appointmentAt, now)}</span>
          </Item>
        )}
        <Item term="Next due">
          {nextDue === null ? (
            <span>Nothing</span>
          ) : (
            <>
              <b>{causeWords(nextDue.cause)}</b>{' '}
              <span>
                {time.moment(nextDue.at, now)}, {inOrAgo(nextDue.at, now)}
              </span>
            </>
          )}
        </Item>
      </dl>
      <nav className={style.tabs} aria-label="Parts of the journey">
        {tabs.map(({ id, words }) => (
          <Link
            key={id}
            to="/journeys/$episodeId/{-$tab}"
            params={{ episodeId, tab: id === 'overview' ? undefined : id }}
            replace
            className={style.tab}
            activeOptions={{ exact: true }}
          >
            {words} {counts[id] !== undefined && <span className="figure">{counts[id]}</span>}
          </Link>
        ))}
      </nav>
    </div>
  );
}

const OtherEpisode = ({ term, episodeId }: { readonly term: string; readonly episodeId: string | null }) =>
  episodeId !== null && (
    <Item term={term}>
      <Link to="/journeys/$episodeId/{-$tab}" params={{ episodeId }}>
        {shortId(episodeId)}
      </Link>
    </Item>
  );

const Item = ({ term, children }: { readonly term: string; readonly children: ReactNode }) => (
  <div className={style.item}>
    <dt>{term}</dt>
    <dd className="figure">{children}</dd>
  </div>
);

const isReason = (reason: string): reason is keyof typeof endWords => Object.hasOwn(endWords, reason);
const dischargeReason = (reason: string | null) =>
  reason !== null && isReason(reason) ? endWords[reason] : (reason ?? '');
