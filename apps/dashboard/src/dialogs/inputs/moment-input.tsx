import { useActing, useInput } from '../acting.ts';
import { inTime } from '../after-deadline.ts';
import { MomentField } from './moment-field.tsx';

interface MomentProps {
  readonly path: string;
  readonly label: string;
  readonly required: boolean;
  /** Days ahead that one press gives. */
  readonly ahead?: readonly number[] | undefined;
}

/** A moment of the form that is open, by the clocks of the person's site. */
export function MomentInput({ path, label, required, ahead }: MomentProps) {
  const { value, change, error } = useInput<string>(path);
  const { time, now, command, journey } = useActing();
  const dueAt = command === 'ScheduleHandOff' ? journey?.transition?.handOffDueAt : undefined;
  return (
    <MomentField
      value={value}
      change={change}
      error={error}
      label={label}
      required={required}
      time={time}
      now={now}
      ahead={inTime(ahead ?? [], dueAt, now)}
    />
  );
}
