import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useActKeys } from '../../dialogs/use-act-keys.ts';
import { isStatus } from '../../api/request.ts';
import { useLevels } from '../../api/use-levels.ts';
import { EmergencyBanner } from './emergency/banner.tsx';
import { NotHere } from './emergency/not-here.tsx';
import { FootBar } from '../../frame/foot-bar.tsx';
import { useKeys } from '../../frame/keys.ts';
import { NotThen } from '../../frame/not-found.tsx';
import { usePast, usePastOfScreen, useShownMoment } from '../../frame/past.ts';
import { useTimeOf } from '../../frame/session.tsx';
import { AfterAMoment, Failure } from '../../frame/states.tsx';
import { causeWords } from '../../marks/causes.ts';
import { inSentence } from '../../marks/levels.ts';
import { StripLegend } from '../../marks/weekly-strip.tsx';
import { t } from '../../texts/texts.ts';
import { DecisionList, DecisionPanels, somethingHappened } from './decisions.tsx';
import { Fact, Facts, withdrawnAt } from './facts.tsx';
import { Consents } from './consents.tsx';
import { useStaffName } from '../../api/directory.ts';
import { decisionsQuery, eventsQuery, journeyQuery, weeksQuery } from './get-journey.ts';
import { Goals } from './goals.tsx';
import { Header } from './header.tsx';
import { Instruments } from './instruments.tsx';
import style from './journey.module.css';
import { Nothing, Panel } from '../../frame/panel.tsx';
import { Scrolling } from '../../frame/scrolling.tsx';
import { Picture } from './picture.tsx';
import { pictureData } from './picture-data.ts';
import { screensOf } from './screens-data.ts';
import { Screens } from './screens.tsx';
import { JourneySkeleton, PictureSkeleton } from './skeleton.tsx';
import type { Tab } from './tabs.ts';
import { Tasks } from './tasks.tsx';
import { sawInWords } from '../../marks/seen.ts';
import { programmeName } from './sentences/programme-name.ts';
import { tellingOf } from './telling.ts';
import { goalTexts, tell } from './told-event.ts';

const screensOnOverview = 6;
const factsOnOverview = 6;
const none: readonly never[] = [];

interface JourneyProps {
  readonly episodeId: string;
  readonly tab: Tab;
}

/** One person's way: where they are, how they came there, why, and what is next. */
export function Journey({ episodeId, tab }: JourneyProps) {
  const past = usePast();
  const state = useQuery(journeyQuery(episodeId, past));
  const { data: events = none, isPending: eventsPending, error: eventsError } = useQuery(eventsQuery(episodeId, past));
  const { data: decisions = none, isPending: decisionsPending } = useQuery(decisionsQuery(episodeId, past));
  const { data: weeks = none, isPending: weeksPending, error: weeksError } = useQuery(weeksQuery(episodeId, past));
  const book = useLevels();
  const now = useShownMoment();
  const timeOf = useTimeOf();
  const journey = state.data;
  const time = timeOf(journey?.siteId);
  const later = journey?.toldLater?.facts ?? 0;
  usePastOfScreen(
    journey === undefined ? undefined : Date.parse(journey.openedAt),
    past === undefined || later === 0 ? undefined : t('past.facts', { count: later }),
  );

  useActKeys(journey);
  useKeys('journey', {
    w: () => {
      const why = document.querySelector<HTMLButtonElement>('[data-why]');
      why?.focus();
      why?.click();
    },
  });

  const screens = useMemo(() => (journey === undefined ? [] : screensOf(journey, events)), [journey, events]);
  const texts = useMemo(() => goalTexts(events), [events]);
  const withdrawn = useMemo(() => withdrawnAt(events), [events]);
  const programme = journey?.programme;
  const chips = useMemo(
    () => ({
      now,
      timeOf,
      levelInSentence: (id: string) => inSentence(programme === undefined ? id : book.level(programme, id).title),
    }),
    [now, timeOf, book, programme],
  );
  const staffName = useStaffName();
  const telling = useMemo(
    () => tellingOf(events, { ...chips, time, staffName, programmeTitle: book.titleOf }),
    [events, chips, time, staffName, book],
  );

  if (isStatus(state.error, 404)) return past === undefined ? <NotHere episodeId={episodeId} /> : <NotThen />;
  if (journey === undefined)
    return state.error === null ? (
      <AfterAMoment>
        <JourneySkeleton />
      </AfterAMoment>
    ) : (
      <Failure what={t('journey.whole')} error={state.error} retry={() => void state.refetch()} />
    );

  // Drawn when all of it is there: rows that come one after the other would push each other down.
  const pictureWaits = eventsPending || decisionsPending || weeksPending;
  const pictureLacks = weeksError === null ? undefined : t('journeyPage.picture.failed');
  const notYet = past?.sense === 'known' ? (journey.toldLater?.specimens ?? 0) : 0;
  const ofTests = {
    mayReview: journey.allowed.includes('ReviewDrugTest'),
    ...(notYet > 0 && { detail: t('journeyPage.notYetReported', { count: notYet }) }),
  };
  const mayWithdraw = past === undefined && journey.allowed.includes('WithdrawFact');
  const level = (id: string) => book.level(journey.programme, id);
  const day = (at: string) => time.day(at, now);
  const moment = (at: string) => time.moment(at, now);
  const saw = (text: string) => sawInWords(text, { now, time, episodeId });
  const fact = (eventId: string) => {
    const event = events.find(({ id }) => id === eventId);
    return event && tell(event, telling(event));
  };
  const programmeOf = (version: Parameters<typeof programmeName>[0]) => programmeName(version, book.titleOf);
  const to = (target: Tab, words: string) => (
    <Link to="/journeys/$episodeId/{-$tab}" params={{ episodeId, tab: target }} replace>
      {words}
    </Link>
  );

  return (
    <>
      {journey.emergency !== undefined && <EmergencyBanner emergency={journey.emergency} />}
      <Header
        journey={journey}
        programme={programmeOf(journey.programme)}
        context={chips}
        level={level}
        causeWords={causeWords}
        counts={{
          screens: screens.length,
          goals: journey.goals.length,
          instruments: journey.instruments?.length ?? 0,
          tasks: journey.tasks.length,
          decisions: decisions.length,
          consents: journey.consents?.length ?? 0,
          facts: events.length,
        }}
      />
      {eventsError !== null && events.length === 0 ? (
        <Failure what={t('journey.factsOf')} error={eventsError} retry={() => void state.refetch()} />
      ) : tab === 'facts' ? (
        <Facts events={events} tellingOf={telling} moment={moment} mayWithdraw={mayWithdraw} />
      ) : (
        <Scrolling name={t('journey.title')}>
          {tab === 'screens' && <Screens screens={screens} day={day} saw={saw} {...ofTests} />}
          {tab === 'goals' && <Goals journey={journey} texts={texts} levelTitle={(id) => level(id).title} day={day} />}
          {tab === 'instruments' && <Instruments journey={journey} day={day} />}
          {tab === 'tasks' && <Tasks tasks={journey.tasks} now={now} moment={moment} />}
          {tab === 'consents' && <Consents journey={journey} now={now} day={day} />}
          {tab === 'decisions' && (
            <DecisionList decisions={decisions} moment={moment} saw={saw} fact={fact} programmeOf={programmeOf} />
          )}
          {tab === 'overview' && (
            <>
              <Panel title={t('journey.levels')}>
                {pictureLacks !== undefined && <Nothing>{pictureLacks}</Nothing>}
                {pictureWaits ? (
                  <PictureSkeleton levels={book.levelsOf(journey.programme).length} />
                ) : (
                  <Picture
                    data={pictureData({ journey, events, decisions, weeks }, now)}
                    levels={book.levelsOf(journey.programme)}
                    time={time}
                    past={past !== undefined}
                  />
                )}
              </Panel>
              <div className={style.columns}>
                <div className={style.column}>
                  <Screens
                    screens={screens}
                    atMost={screensOnOverview}
                    day={day}
                    saw={saw}
                    {...ofTests}
                    link={to('screens', t('journey.screens.all'))}
                  />
                  <Goals journey={journey} texts={texts} levelTitle={(id) => level(id).title} day={day} />
                  <Panel
                    title={t('journey.latestFacts')}
                    link={
                      events.length > factsOnOverview
                        ? to('facts', t('journey.all', { number: events.length }))
                        : undefined
                    }
                  >
                    <div className={style.latest}>
                      {events.slice(0, factsOnOverview).map((event) => (
                        <Fact
                          key={event.id}
                          event={event}
                          telling={telling(event)}
                          moment={moment}
                          withdrawn={withdrawn.get(event.id)}
                          mayWithdraw={mayWithdraw}
                        />
                      ))}
                    </div>
                  </Panel>
                </div>
                <div className={style.column}>
                  <DecisionPanels
                    key={decisions.find(somethingHappened)?.decisionId}
                    decisions={decisions}
                    moment={moment}
                    saw={saw}
                    fact={fact}
                    programmeOf={programmeOf}
                    link={
                      decisions.length > 1 ? to('decisions', t('journey.all', { number: decisions.length })) : undefined
                    }
                  />
                  <Tasks tasks={journey.tasks} now={now} moment={moment} />
                </div>
              </div>
            </>
          )}
        </Scrolling>
      )}
      <FootBar>{tab === 'overview' && <StripLegend />}</FootBar>
    </>
  );
}
