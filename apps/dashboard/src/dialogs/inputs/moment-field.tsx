import { Button, Input, SegmentedControl } from '@mantine/core';
import { DateInput, TimePicker } from '@mantine/dates';
import type { ReactNode } from 'react';
import type { SiteTime } from '../../marks/time.ts';
import { asLater, clockOf, isLater, oddHour, wallTimeOf } from '../form/wall-time.ts';
import { typedDay } from '../form/typed-day.ts';
import { calendar } from '../../frame/calendar.ts';
import { language, t } from '../../texts/texts.ts';
import { pressed } from '../after-deadline.ts';
import { Label } from './label.tsx';
import style from './inputs.module.css';
import { clearing } from './clearing.ts';
import { useRestingCalendar } from './resting-calendar.ts';

/** What the buttons of a calendar are called. */
const calendarLabels = () => ({
  previousMonth: t('dialogs.monthBefore'),
  nextMonth: t('dialogs.nextMonth'),
  monthLevelControl: t('dialogs.chooseMonth'),
});

interface MomentProps {
  /** By the clocks of the site, "2026-11-23T13:30"; empty where nothing is said. */
  readonly value: string;
  readonly change: (wall: string) => void;
  readonly error: ReactNode;
  readonly label: string;
  readonly required: boolean;
  readonly time: SiteTime;
  readonly now: number;
  /** Days ahead that one press gives. */
  readonly ahead?: readonly number[] | undefined;
}

/** A moment by the clocks of the site, with its zone: a day and a time, both to be typed. */
export function MomentField({ value, change, error, label, required, time, now, ahead = [] }: MomentProps) {
  const wall = wallTimeOf(time.timeZone);
  const rest = useRestingCalendar();
  const [day = '', clock = ''] = value.split('T');
  const set = (nextDay: string, nextClock: string) => change(`${nextDay}T${nextClock.slice(0, 5)}`);
  const { twice, skipped } = oddHour(value, time.timeZone);
  const at = Date.parse(wall.toInstant(clock === '' ? `${day}T12:00` : value));
  const zone = time.zone(Number.isNaN(at) ? now : at);
  const today = wall.toWall(new Date(now).toISOString()).split('T')[0] ?? '';
  const invalid = error !== undefined && error !== null;
  return (
    <div className={style.moment} data-moment>
      <DateInput
        size="sm"
        label={<Label words={label} required={required} />}
        aria-label={t('dialogs.dateOf', { field: label })}
        value={day === '' ? null : day}
        onChange={(next) => set(next ?? '', clock)}
        dateParser={(typed) => typedDay(typed, today, language())}
        valueFormat="ddd D MMM YYYY"
        {...calendar()}
        placeholder={t('dialogs.date')}
        highlightToday
        ariaLabels={calendarLabels()}
        fixOnBlur
        {...clearing(!required)}
        error={invalid}
        // With a fault the calendar would lie over what is said about it.
        popoverProps={{ withinPortal: true, zIndex: 400, disabled: invalid || rest.rests }}
        {...rest.watch}
        className={style.day}
      />
      <TimePicker
        size="sm"
        label={<span aria-hidden>{t('dialogs.time', { zone })}</span>}
        value={clockOf(clock)}
        onChange={(next) => set(day === '' && next !== '' ? today : day, next)}
        hoursInputLabel={t('dialogs.hours', { field: label })}
        minutesInputLabel={t('dialogs.minutes', { field: label })}
        error={invalid}
      />
      {twice !== undefined && (
        <SegmentedControl
          size="xs"
          className={style.twice}
          aria-label={t('dialogs.twice', { time: clockOf(clock) })}
          value={isLater(value) ? 'later' : 'first'}
          onChange={(which) => change(asLater(value, which === 'later'))}
          data={twice.map((moment, index) => ({
            value: index === 0 ? 'first' : 'later',
            label: `${clockOf(clock)} ${time.zone(moment)}`,
          }))}
        />
      )}
      {skipped !== undefined && (
        <p className={style.skipped}>{t('dialogs.skipped', { time: clock, moment: time.moment(skipped, now) })}</p>
      )}
      {ahead.length > 0 && (
        <div className={style.ahead}>
          {ahead.map((days) => (
            <Button
              key={days}
              size="compact-xs"
              variant="default"
              onClick={() => change(wall.toWall(new Date(pressed(days, now)).toISOString()))}
            >
              {days === 0 ? t('dialogs.inHours', { count: 2 }) : t('dialogs.inDays', { count: days })}
            </Button>
          ))}
        </div>
      )}
      {invalid && <Input.Error className={style.momentError}>{error}</Input.Error>}
    </div>
  );
}
