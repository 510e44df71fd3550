import type { EpisodeView } from '@stepway/contracts';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { duration, leftOrOver } from '../marks/time.ts';
import { figure } from '../texts/in-language.ts';
import { t } from '../texts/texts.ts';
import { afterDeadline } from './after-deadline.ts';
import { useActing, type Acting } from './acting.ts';
import { beforeAdmission } from './before-admission.ts';
import style from './dialog.module.css';
import { isThisWeek, weekAt } from './week.ts';

/** What somebody needs to see before they decide: deadlines of a hand-off, a proposal, a pause, hours of the week. */
export function Context(): ReactNode {
  const acting = useActing();
  const lines = linesOf(acting);
  const warning = warningOf(acting);
  if (lines.length === 0 && warning === undefined) return null;
  return (
    <div className={style.context}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div aria-live="polite">
        {warning !== undefined && (
          <p className={style.late}>
            <IconAlertTriangle size={15} stroke={1.75} aria-hidden />
            <span>{warning}</span>
          </p>
        )}
      </div>
    </div>
  );
}

/** What may be recorded as it stands, but nobody records unawares. */
function warningOf({ command, journey, form, wall, time, now }: Acting): string | undefined {
  const { appointmentAt, startedAt } = form.values;
  if (journey === undefined) return undefined;
  // After the deadline it may be the only appointment there is.
  if (command === 'ScheduleHandOff' && typeof appointmentAt === 'string') {
    const late = afterDeadline(journey.transition?.handOffDueAt, wall.toInstant(appointmentAt));
    return late === undefined ? undefined : t('dialogs.context.handOffLate', { length: duration(late) });
  }
  if (command !== 'RecordSession' || typeof startedAt !== 'string') return undefined;
  const before = beforeAdmission(journey, wall.toInstant(startedAt));
  return (
    before &&
    t(`dialogs.context.before-${before.since}`, { length: duration(before.by), at: time.moment(before.at, now) })
  );
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
  const { minutes, attendance, startedAt } = form.values;
  const isOfWeek = typeof startedAt !== 'string' || isThisWeek(startedAt, wall, now);
  const counts = isOfWeek && (attendance === 'attended' || attendance === 'late');
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
