import { Select } from '@mantine/core';
import { t } from '../../texts/texts.ts';
import { useActing, useInput } from '../acting.ts';
import { labelOf } from '../words.ts';
import type { FieldProps } from './field-props.ts';
import { Label } from './label.tsx';
import { clearing } from './clearing.ts';

/** Which of the journey's own things is meant, by their words. */
export function SubjectInput({ name, path, required }: FieldProps) {
  const { command, subjects } = useActing();
  const { value, change, error } = useInput<string>(path);
  const found = subjects(name) ?? [];
  return (
    <Select
      label={<Label words={labelOf(command, name)} required={required} />}
      data={found.map(({ id, words }) => ({ value: id, label: words }))}
      value={value === '' ? null : value}
      onChange={(next) => change(next ?? '')}
      placeholder={t(found.length === 0 ? 'dialogs.nothingToChoose' : 'dialogs.choose')}
      searchable={found.length > 8}
      {...clearing(!required)}
      allowDeselect={false}
      error={error}
      maxDropdownHeight={280}
    />
  );
}
