import { Select } from '@mantine/core';
import type { Field, NamedField } from '../form/fields.ts';
import { asValues, emptyValues } from '../form/values.ts';
import { useActing, useInput } from '../acting.ts';
import { labelOf, optionsOf } from '../words.ts';
import type { AnyInput } from './field-props.ts';
import { Label } from './label.tsx';
import style from './inputs.module.css';

interface GroupProps {
  readonly Input: AnyInput;
  readonly path: string;
  readonly label: string;
  readonly required: boolean;
  readonly fields: readonly NamedField[];
}

/** Fields that belong together, under their name. */
export const GroupInput = ({ Input, path, label, required, fields }: GroupProps) => (
  <fieldset className={style.group}>
    <legend>
      <Label words={label} required={required} />
    </legend>
    <div className={style.grid}>
      {fields.map((named) => (
        <Input key={named.name} {...named} path={`${path}.${named.name}`} />
      ))}
    </div>
  </fieldset>
);

interface VariantsProps extends Omit<GroupProps, 'fields'> {
  readonly field: Extract<Field, { kind: 'variants' }>;
}

/** One of several shapes: which one is chosen first, its own fields follow. */
export function VariantsInput({ Input, path, label, required, field: { on, variants } }: VariantsProps) {
  const { command } = useActing();
  const { value, change } = useInput<unknown>(path);
  const chosen = String(asValues(value)[on]);
  return (
    <fieldset className={style.group}>
      <legend>
        <Label words={label} required={required} />
      </legend>
      <div className={style.grid}>
        <Select
          label={labelOf(command, on)}
          data={optionsOf(Object.keys(variants))}
          value={chosen}
          onChange={(next) => next !== null && change({ [on]: next, ...emptyValues(variants[next] ?? []) })}
          allowDeselect={false}
        />
        {(variants[chosen] ?? []).map((named) => (
          <Input key={chosen + named.name} {...named} path={`${path}.${named.name}`} />
        ))}
      </div>
    </fieldset>
  );
}
