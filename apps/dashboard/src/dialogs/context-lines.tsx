import type { EpisodeView } from '@stepway/contracts';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { duration, leftOrOver } from '../marks/time.ts';
import { figure } from '../texts/in-language.ts';
import { t } from '../texts/texts.ts';
import { afterDeadline } from './after-deadline.ts';
import { useActing, type Acting } from './acting.ts';
import style from './dialog.module.css';
import { weekAt } from './week.ts';

/** What somebody needs to see before they decide: deadlines of a hand-off, a proposal, a pause, hours of the week. */
export function Context(): ReactNode {
  const acting = useActing();
  const lines = linesOf(acting);
  const late = lateBy(acting);
  if (lines.length === 0) return null;
  return (
    <div className={style.context}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div aria-live="polite">
        {late !== undefined && (
          <p className={style.late}>
            <IconAlertTriangle size={15} stroke={1.75} aria-hidden />
            <span>{t('dialogs.context.handOffLate', { length: duration(late) })}</span>
          </p>
        )}
      </div>
    </div>
  );
}

/** An appointment after the deadline may be made: it is the only one there is. Nobody makes it unawares. */
function lateBy({ command, journey, form, wall }: Acting): number | undefined {
  const { appointmentAt } = form.values;
  if (command !== 'ScheduleHandOff' || typeof appointmentAt !== 'string' || appointmentAt === '') return undefined;
  return afterDeadline(journey?.transition?.handOffDueAt, wall.toInstant(appointmentAt));
}

function linesOf(acting: Acting): readonly string[] {
  const { command, journey } = acting;
  if (journey === undefined) return [];
  if (['ScheduleHandOff', 'CompleteHandOff', 'FailHandOff', 'FailTransition'].includes(command))
    return handOff(journey, acting);
  if (command === 'DecideProposal') return proposal(journey, acting);
  if (command === 'PlaceHold') return hold(journey, acting);
  if (command === 'ReleaseHold') return holdEnd(journey, acting);
  return command === 'RecordSession' ? week(journey, acting) : [];
}

function handOff({ transition }: EpisodeView, { level, time, now }: Acting): readonly string[] {
  if (transition?.handOffDueAt === undefined) return [];
  const { to, handOffDueAt, targetAt, appointmentAt } = transition;
  const moment = (at: string) => time.moment(at, now);
  return [
    t('dialogs.context.handOff', {
      level: level(to).title,
      due: moment(handOffDueAt),
      over: `, ${leftOrOver(handOffDueAt, now)}`,
    }),
    ...(targetAt === undefined || targetAt === handOffDueAt
      ? []
      : [t('dialogs.context.handOffTarget', { at: moment(targetAt) })]),
    ...(appointmentAt === undefined ? [] : [t('dialogs.context.handOffAppointment', { at: moment(appointmentAt) })]),
  ];
}

function proposal({ transition }: EpisodeView, { level, time, now }: Acting): readonly string[] {
  if (transition?.deadlineAt === undefined) return [];
  const { from, to, deadlineAt } = transition;
  const due = `${time.moment(deadlineAt, now)}, ${leftOrOver(deadlineAt, now)}`;
  return [t('dialogs.context.proposal', { from: level(from).title, to: level(to).title, due })];
}

function hold({ holds }: EpisodeView, { time, now }: Acting): readonly string[] {
  const on = holds.find(({ endedAt }) => endedAt === null);
  return [
    ...(on === undefined ? [] : [t('dialogs.context.holdOn', { until: time.moment(on.until, now) })]),
    t('dialogs.context.holdMost'),
  ];
}

function holdEnd({ holds }: EpisodeView, { time, now }: Acting): readonly string[] {
  const on = holds.find(({ endedAt }) => endedAt === null);
  if (on === undefined) return [];
  return [t('dialogs.context.holdEnd', { since: time.moment(on.placedAt, now), until: time.moment(on.until, now) })];
}

const hours = (minutes: number) => `${figure(minutes / 60, minutes % 60 === 0 ? 0 : 1)}\u00a0h`;

function week(journey: EpisodeView, { events, form, wall, now, level }: Acting): readonly string[] {
  if (journey.level === null) return [];
  const so = weekAt(events, wall, now);
  const { minutes, attendance } = form.values;
  const counts = attendance === 'attended' || attendance === 'late';
  const after = so + (counts && typeof minutes === 'number' ? minutes : 0);
  const [last] = journey.attendanceWeeks;
  const minimum = last?.minimumMinutes;
  const name = level(journey.level).title;
  const values = { level: name, so: hours(so), after: hours(after) };
  return [
    typeof minimum === 'number'
      ? t('dialogs.context.week', { ...values, minimum: hours(minimum) })
      : t('dialogs.context.weekFree', values),
    ...(last === undefined ? [] : [t('dialogs.context.lastWeek', { hours: hours(last.attendedMinutes) })]),
  ];
}
