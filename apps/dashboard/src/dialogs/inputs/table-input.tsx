import { Select } from '@mantine/core';
import { t } from '../../texts/texts.ts';
import { useActing, useInput } from '../acting.ts';
import type { Field } from '../form/fields.ts';
import { asValues, type Values } from '../form/values.ts';
import { labelOf, optionsOf } from '../words.ts';
import type { FieldProps } from './field-props.ts';
import { Label } from './label.tsx';
import style from './inputs.module.css';
import { clearing } from './clearing.ts';

interface TableProps {
  readonly path: string;
  readonly label: string;
  readonly required: boolean;
  readonly field: Extract<Field, { kind: 'table' }>;
}

/** One answer for each of many short questions; what is not said stays out. */
export function TableInput({ path, label, required, field: { keys, of } }: TableProps) {
  const { value, change } = useInput<Values>(path);
  const answers =
    of.kind === 'choice'
      ? optionsOf(of.options)
      : [
          { value: 'true', label: t('dialogs.yes') },
          { value: 'false', label: t('dialogs.no') },
        ];
  return (
    <fieldset className={style.group}>
      <legend>
        <Label words={label} required={required} />
      </legend>
      <div className={style.table}>
        {optionsOf(keys).map((key) => (
          <div key={key.value} className={style.tableRow}>
            <span aria-hidden>{key.label}</span>
            <Select
              size="xs"
              aria-label={key.label}
              data={answers}
              value={value[key.value] === undefined || value[key.value] === '' ? null : String(value[key.value])}
              onChange={(next) =>
                change({ ...value, [key.value]: next === null ? '' : of.kind === 'choice' ? next : next === 'true' })
              }
              placeholder={t('dialogs.notSaid')}
              {...clearing(true)}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** For each level of the present version, the level of the new one that takes its place where it is called otherwise. */
export function RecordInput({ name, path, required }: FieldProps) {
  const { command, levels, form, programmes } = useActing();
  const { value, change } = useInput<Values>(path);
  const { programme } = form.values;
  const others = programmes.find(({ id }) => id === programme)?.levels ?? [];
  const [here] = levels;
  if (here === undefined || others.length === 0) return null;
  return (
    <fieldset className={style.group}>
      <legend>
        <Label words={labelOf(command, name)} required={required} />
      </legend>
      <div className={style.table}>
        {levels.map(({ id, title }) => (
          <div key={id} className={style.tableRow}>
            <span aria-hidden>{title}</span>
            <Select
              size="xs"
              aria-label={title}
              data={others.map((level) => ({ value: level.id, label: level.title }))}
              value={asValues(value)[id] === undefined ? null : String(value[id])}
              onChange={(next) => change({ ...value, [id]: next ?? '' })}
              placeholder={t('dialogs.notSaid')}
              {...clearing(true)}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
