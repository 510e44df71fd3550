import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { staffQuery } from '../../api/directory.ts';
import { t } from '../../texts/texts.ts';
import { useActing, useInput } from '../acting.ts';
import { labelOf, said } from '../words.ts';
import type { FieldProps } from './field-props.ts';
import { Label } from './label.tsx';

/** A member of staff by name; with the person comes what they act as, which can still be changed. */
export function StaffInput({ name, path, required }: FieldProps) {
  const { command, form } = useActing();
  const { value, change, error } = useInput<string>(path);
  const { data: staff } = useQuery(staffQuery);
  const here = [...(staff?.values() ?? [])].filter(({ active }) => active);
  const choose = (staffId: string | null) => {
    change(staffId ?? '');
    const [role] = (staffId !== null && staff?.get(staffId)?.roles) || [];
    if (role !== undefined) form.setFieldValue(path.replace(/staffId$/, 'role'), role);
  };
  return (
    <Select
      label={<Label words={labelOf(command, name)} required={required} />}
      data={here.map((one) => ({
        value: one.staffId,
        label: `${one.name}, ${one.roles.map((role) => said(`options.role.${role}`)).join(', ')}`,
      }))}
      value={value === '' ? null : value}
      onChange={choose}
      placeholder={t('dialogs.choose')}
      searchable
      allowDeselect={false}
      error={error}
    />
  );
}
