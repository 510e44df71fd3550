import type { EpisodeView } from '@stepway/contracts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { chipsOf, type Attention, type ChipContext } from '../../marks/attention.ts';
import { Chip } from '../../marks/chip.tsx';
import { useSession } from '../../frame/session.tsx';
import { LevelMark } from '../../marks/level-mark.tsx';
import type { LevelLook } from '../../marks/levels.ts';
import { nameOf, shortId } from '../../marks/people.ts';
import { PersonActs } from '../../dialogs/acts-menu.tsx';
import { dayNumber, inOrAgo, leftOrOver } from '../../marks/time.ts';
import { episodes } from '../../texts/en/events/episodes.ts';
import { t } from '../../texts/texts.ts';
import { journeyFlags } from './flags.ts';
import { CareTeam, ConsentState } from './header-people.tsx';
import style from './header.module.css';
import { tabs, type Tab } from './tabs.ts';

interface HeaderProps {
  readonly journey: EpisodeView;
  /** The version of the programme by its title. */
  readonly programme: string;
  readonly context: ChipContext;
  readonly level: (id: string) => LevelLook;
  readonly causeWords: (cause: string) => string;
  readonly counts: Readonly<Partial<Record<Tab, number>>>;
}

/** Who, where since when, where to by when, what is next. */
export function Header({ journey, programme, context, level, causeWords, counts }: HeaderProps) {
  const { now } = context;
  const time = context.timeOf(journey.siteId);
  const { ask } = useSession().may;
  const { transition, nextDue, episodeId } = journey;
  const attention: Attention = {
    siteId: journey.siteId,
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
          {shortId(episodeId)} · {programme}
        </span>
        {first !== undefined && <Chip chip={first} />}
        {others.map((chip) => (
          <Chip key={chip.icon + chip.words} chip={chip} />
        ))}
        <span className={style.acts}>
          {ask.includes('audit') && (
            <Button
              size="xs"
              variant="default"
              renderRoot={(drawn) => <Link to="/audit" search={{ person: episodeId }} {...drawn} />}
            >
              {t('audit.journeyLink')}
            </Button>
          )}
          <PersonActs journey={journey} allowed={journey.allowed} />
        </span>
      </div>
      <dl className={style.facts}>
        <Item term={t('journey.header.level')}>
          {journey.level === null ? (
            <b>{journey.status === 'discharged' ? t('levels.discharged') : t('levels.referredNotAdmitted')}</b>
          ) : (
            <>
              <LevelMark level={level(journey.level)} />
              <b title={level(journey.level).fullTitle}>{level(journey.level).title}</b>
            </>
          )}{' '}
          {journey.levelSince !== null && (
            <span>
              {journey.status === 'active'
                ? t('journey.header.sinceWithDay', {
                    day: time.day(journey.levelSince, now),
                    number: dayNumber(journey.levelSince, now),
                  })
                : t('journey.header.since', { day: time.day(journey.levelSince, now) })}
            </span>
          )}
        </Item>
        {journey.dischargedAt !== null && (
          <Item term={t('journey.header.discharged')}>
            <b>{dischargeReason(journey.dischargeReason)}</b> <span>{time.day(journey.dischargedAt, now)}</span>
          </Item>
        )}
        <OtherEpisode term={t('journey.header.earlier')} episodeId={journey.previousEpisodeId} />
        <OtherEpisode term={t('journey.header.later')} episodeId={journey.nextEpisodeId} />
        {transition !== null && (
          <Item term={transition.state === 'proposed' ? t('journey.header.proposed') : t('journey.header.movingTo')}>
            <LevelMark level={level(transition.to)} />
            <b>{level(transition.to).title}</b>{' '}
            {by !== undefined && (
              <span>{t('journey.header.by', { moment: time.moment(by, now), left: leftOrOver(by, now) })}</span>
            )}
          </Item>
        )}
        {transition?.appointmentAt !== undefined && (
          <Item term={t('journey.header.appointment')}>
            <b>{time.moment(transition.appointmentAt, now)}</b> <span>{inOrAgo(transition.appointmentAt, now)}</span>
          </Item>
        )}
        <Item term={t('journey.header.nextDue')}>
          {nextDue === null ? (
            <span>{t('journey.header.nothing')}</span>
          ) : (
            <>
              <b>{causeWords(nextDue.cause)}</b>{' '}
              <span>
                {time.moment(nextDue.at, now)}, {inOrAgo(nextDue.at, now)}
              </span>
            </>
          )}
        </Item>
        <Item term={t('journeyPage.header.consent')}>
          <ConsentState journey={journey} now={now} day={(at) => time.day(at, now)} />
        </Item>
        <Item term={t('journeyPage.header.careTeam')}>
          <CareTeam journey={journey} />
        </Item>
      </dl>
      <nav className={style.tabs} aria-label={t('journey.parts')}>
        {tabs.map((id) => (
          <Link
            key={id}
            to="/journeys/$episodeId/{-$tab}"
            params={{ episodeId, tab: id === 'overview' ? undefined : id }}
            replace
            className={style.tab}
            activeOptions={{ exact: true }}
          >
            {t(`journey.tabs.${id}`)} {counts[id] !== undefined && <span className="figure">{counts[id]}</span>}
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

const isReason = (reason: string): reason is keyof typeof episodes.ends => Object.hasOwn(episodes.ends, reason);
const dischargeReason = (reason: string | null) =>
  reason !== null && isReason(reason) ? t(`events.episodes.ends.${reason}`) : (reason ?? '');
