import { Button, NumberInput } from '@mantine/core';
import { SetCapacity, type CapacityRow } from '@stepway/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useSiteTitle } from '../../api/directory.ts';
import { capacityQuery } from '../../api/queries.ts';
import { setCapacity } from '../../api/waiting.ts';
import { PanelActs, PanelFacts, PanelPart, PanelPerson } from '../../lists/panel-parts.tsx';
import { SidePanel } from '../../lists/side-panel.tsx';
import { LevelName } from '../../marks/level-mark.tsx';
import { nameOf } from '../../marks/people.ts';
import { leftOrOver } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import { clocksOf, dialogOf, nextAct, otherActs, type Waiting } from './arrange.ts';
import { whyWords, type WaitingContext } from './columns.tsx';
import style from './waiting-list.module.css';

interface WaitingPanelProps extends WaitingContext {
  readonly row: Waiting;
  readonly close: () => void;
}

/** One who waits: why they stand where they stand, the clocks that run, what can be done. */
export function WaitingPanel({ row, now, timeOf, levels, may, close }: WaitingPanelProps) {
  const { since, offer, interimServicesAt, from } = row;
  const time = timeOf(row.siteId);
  const moment = (at: string | null | undefined) =>
    at === null || at === undefined ? undefined : time.moment(at, now);
  return (
    <SidePanel
      name={t('waitingList.panel', { whom: nameOf(row) })}
      close={close}
      top={t(`waitingList.queues.${row.queue}`)}
    >
      <PanelPerson name={nameOf(row)} episodeId={row.episodeId}>
        <LevelName level={levels.level({ id: row.programme, version: 0 }, row.level)} />
      </PanelPerson>
      <PanelActs
        acts={[nextAct(row, now), ...otherActs(row, now)]
          .filter(may)
          .map((act) => ({ words: t(`waitingList.acts.${act}`), opens: dialogOf(act, row) }))}
      />
      <PanelFacts
        facts={[
          [t('waitingList.why'), whyWords(row)],
          [t('waitingList.since'), moment(since)],
          [t('waitingList.meanwhile'), from && levels.level({ id: row.programme, version: 0 }, from).title],
          [t('waitingList.offer'), moment(offer?.startsAt)],
          [t('waitingList.keptUntil'), moment(offer?.keptUntil)],
          [t('waitingList.interimGiven'), moment(interimServicesAt)],
        ]}
      />
      <PanelPart title={t('waitingList.clock')}>
        {clocksOf(row).length === 0 ? (
          <p>{t(row.queue === 'moves' ? 'waitingList.careGoesOn' : 'waitingList.noClock')}</p>
        ) : (
          clocksOf(row).map(({ clock, at }) => (
            <p key={clock}>
              {t(`waitingList.law.${clock}`, { moment: time.moment(at, now), left: leftOrOver(at, now) })}
            </p>
          ))
        )}
      </PanelPart>
    </SidePanel>
  );
}

interface PlacesPanelProps extends Pick<WaitingContext, 'now' | 'timeOf' | 'levels'> {
  readonly row: CapacityRow;
  readonly maySet: boolean;
  readonly close: () => void;
}

/** The places of one level: how many there are, and how many there should be from now on. */
export function PlacesPanel({ row, now, timeOf, levels, maySet, close }: PlacesPanelProps) {
  const { siteId, programme, level, places, stateNotice } = row;
  const time = timeOf(siteId);
  const siteTitle = useSiteTitle();
  const look = levels.level({ id: programme, version: 0 }, level);
  return (
    <SidePanel name={t('waitingList.placesPanel', { level: look.title })} close={close} top={siteTitle(siteId)}>
      <h2 className={style.level}>
        <LevelName level={look} />
      </h2>
      <PanelFacts
        facts={(['places', 'occupied', 'arriving', 'offered', 'waiting', 'free'] as const).map((figure) => [
          t(`waitingList.figures.${figure}`),
          <span key={figure} className="figure">
            {row[figure] ?? t('waitingList.noLimit')}
          </span>,
        ])}
      />
      {stateNotice !== null && (
        <PanelPart title={t('waitingList.notice')}>
          <p>
            {t('waitingList.noticeWhy', {
              since: time.moment(stateNotice.since, now),
              moment: time.moment(stateNotice.dueAt, now),
            })}
          </p>
        </PanelPart>
      )}
      {maySet && (
        <PanelPart title={t('waitingList.set')}>
          <SetPlaces key={`${siteId} ${programme} ${level}`} row={row} places={places} />
        </PanelPart>
      )}
    </SidePanel>
  );
}

function SetPlaces({ row, places }: { readonly row: CapacityRow; readonly places: number | null }) {
  const client = useQueryClient();
  const [wished, wish] = useState<number | string>(places ?? '');
  const { siteId, programme, level } = row;
  const [tried, setTried] = useState(false);
  const parsed = SetCapacity.safeParse({ siteId, programme, level, places: wished });
  const { mutate, isPending, isError, isSuccess } = useMutation({
    mutationFn: setCapacity,
    onSuccess: () => client.invalidateQueries({ queryKey: capacityQuery.queryKey }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (parsed.success) mutate(parsed.data);
  };
  return (
    <form className={style.form} onSubmit={submit}>
      <NumberInput
        size="xs"
        w={110}
        label={t('waitingList.figures.places')}
        min={0}
        max={100_000}
        allowDecimal={false}
        value={wished}
        onChange={wish}
        error={tried && !parsed.success ? t('waitingList.howMany') : isError ? t('waitingList.notSet') : undefined}
      />
      <Button type="submit" size="xs" h={30} loading={isPending}>
        {t('waitingList.setAct')}
      </Button>
      <span role="status">{isSuccess && t('waitingList.isSet')}</span>
    </form>
  );
}
