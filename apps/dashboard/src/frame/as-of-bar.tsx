import '@mantine/dates/styles.layer.css';
import { Button, Kbd, SegmentedControl, Slider } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { IconCalendar, IconHistory } from '@tabler/icons-react';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useNow } from '../api/now.ts';
import { localOf, momentOf } from '../marks/local-moment.ts';
import { dayMs } from '../marks/time.ts';
import { language, t } from '../texts/texts.ts';
import style from './as-of-bar.module.css';
import { calendar } from './calendar.ts';
import { useLookAt, type Past, type PastOfScreen } from './past.ts';
import { useSiteTime } from './session.tsx';

const stepMs = 60 * 60_000;
const shownAs = 'ddd D MMM YYYY, HH:mm';
const locale = language();
if (locale === 'es') await import('dayjs/locale/es.js');

/** Inverted, so that nobody takes the past for now: which moment, in which sense, and the way back. */
export function AsOfBar({ past, screen }: { readonly past: Past; readonly screen: PastOfScreen }) {
  const now = useNow();
  const time = useSiteTime();
  const lookAt = useLookAt();
  const at = Date.parse(past.asOf);
  const from = Math.min(screen.from ?? now - 365 * dayMs, at);
  const to = Math.max(now, at);
  const local = localOf(at, time.timeZone);
  // While the thumb is dragged it stands where it is, and the page waits.
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number }>();
  const dragged = drag?.from === at ? drag.to : at;
  const goTo = (moment: number) =>
    lookAt({ ...past, asOf: new Date(Math.min(Math.max(moment, from), now)).toISOString() });

  return (
    <section className={style.bar} aria-label={t('past.title')}>
      <IconHistory size={17} stroke={1.75} aria-hidden />
      <b className={style.title}>{t('past.asOf')}</b>
      <DateTimePicker
        className={style.field}
        size="xs"
        aria-label={`${t('past.moment')}: ${dayjs(local).locale(locale).format(shownAs)}`}
        value={local}
        valueFormat={shownAs}
        {...calendar()}
        maxDate={localOf(now, time.timeZone)}
        leftSection={<IconCalendar size={14} stroke={1.75} aria-hidden />}
        rightSection={<span className={style.zone}>{time.zone(at)}</span>}
        rightSectionWidth={44}
        rightSectionPointerEvents="none"
        onChange={(local) => {
          const chosen = local === null ? undefined : momentOf(local, time.timeZone);
          if (chosen !== undefined) goTo(chosen);
        }}
        submitButtonProps={{ 'aria-label': t('past.look') }}
      />
      <SegmentedControl
        classNames={{ root: style.sense, label: style.senseLabel, indicator: style.senseIndicator }}
        size="xs"
        aria-label={t('past.sense')}
        value={past.sense}
        onChange={(sense) => lookAt({ ...past, sense: sense === 'true' ? 'true' : 'known' })}
        data={[
          { value: 'true', label: t('past.true') },
          { value: 'known', label: t('past.known') },
        ]}
      />
      <Button className={style.step} size="compact-sm" variant="default" onClick={() => goTo(at - dayMs)}>
        {t('past.dayBack')}
      </Button>
      <Slider
        className={style.slider}
        size={4}
        min={from}
        max={to}
        step={stepMs}
        value={dragged}
        onChange={(moment) => setDrag({ from: at, to: moment })}
        onChangeEnd={goTo}
        label={(moment) => time.moment(moment, now)}
        thumbLabel={t('past.slider')}
        thumbProps={{ 'aria-valuetext': time.moment(dragged, now) }}
      />
      <Button
        className={style.step}
        size="compact-sm"
        variant="default"
        disabled={at + dayMs > now}
        onClick={() => goTo(at + dayMs)}
      >
        {t('past.dayOn')}
      </Button>
      <p className={style.note} role="status">
        {screen.note !== undefined && <b>{screen.note}</b>} {t('past.nothingRecorded')}
      </p>
      <Button
        className={style.back}
        size="compact-sm"
        onClick={() => lookAt(undefined)}
        rightSection={
          <Kbd size="xs" aria-hidden>
            N
          </Kbd>
        }
        aria-keyshortcuts="N"
      >
        {t('past.backToNow')}
      </Button>
    </section>
  );
}
