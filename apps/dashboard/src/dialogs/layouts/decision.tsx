import { Radio } from '@mantine/core';
import { t } from '../../texts/texts.ts';
import { useActing, useInput } from '../acting.ts';
import type { FieldProps } from '../inputs/field-props.ts';
import { labelOf, said } from '../words.ts';
import style from './layouts.module.css';

const decisions = [
  { value: 'approve', hint: () => t('dialogs.context.approveHint') },
  { value: 'decline', hint: () => t('dialogs.context.declineHint') },
] as const;

/** Approve or decline, each with what it means. */
export function Decision({ name, path }: FieldProps) {
  const { command } = useActing();
  const { value, change, error } = useInput<string>(path);
  return (
    <Radio.Group
      label={labelOf(command, name)}
      value={value}
      onChange={change}
      error={error}
      classNames={{ root: style.cards ?? '' }}
    >
      {decisions.map(({ value: decision, hint }) => (
        <Radio.Card
          key={decision}
          value={decision}
          className={style.card}
          aria-label={said(`options.decision.${decision}`)}
        >
          <Radio.Indicator size="xs" />
          <b>{said(`options.decision.${decision}`)}</b>
          <span className={style.hint}>{hint()}</span>
        </Radio.Card>
      ))}
    </Radio.Group>
  );
}
