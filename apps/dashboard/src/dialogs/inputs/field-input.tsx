import { NumberInput, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import type { ReactNode } from 'react';
import { typedDay } from '../form/typed-day.ts';
import { calendar } from '../../frame/calendar.ts';
import { t, language } from '../../texts/texts.ts';
import { useActing, useInput } from '../acting.ts';
import { isTyped, namesKnown } from '../subjects.ts';
import { helpOf, labelOf, optionsOf } from '../words.ts';
import { CodeInput } from './code-input.tsx';
import type { FieldProps } from './field-props.ts';
import { GroupInput, VariantsInput } from './group-input.tsx';
import { Label } from './label.tsx';
import { ListInput, ListOrInput } from './list-input.tsx';
import { MomentInput } from './moment-input.tsx';
import { StaffInput } from './staff-input.tsx';
import { SubjectInput } from './subject-input.tsx';
import { RecordInput, TableInput } from './table-input.tsx';
import { clearing } from './clearing.ts';

/** The input of one field, by its kind. Ids that name something new have none: they are made. */
export function FieldInput(props: FieldProps): ReactNode {
  const { name, field, path, required } = props;
  const { command, act } = useActing();
  const label = labelOf(command, name);
  switch (field.kind) {
    case 'instant':
      return <MomentInput path={path} label={label} required={required} ahead={act.ahead?.[path]} />;
    case 'date':
      return <DayInput {...props} />;
    case 'id':
      if (namesKnown(command, name)) return <SubjectInput {...props} />;
      if (name === 'staffId') return <StaffInput {...props} />;
      return isTyped(command, name) ? <LineInput {...props} /> : null;
    case 'code':
      return <CodeInput {...props} />;
    case 'text':
      return field.sealed ? <WordsInput {...props} /> : <LineInput {...props} />;
    case 'number':
      return <FigureInput {...props} />;
    case 'yes-no':
      return <YesNoInput {...props} />;
    case 'choice':
      return <ChoiceInput {...props} options={field.options} />;
    case 'choices':
      return <ChoicesInput {...props} options={field.options} />;
    case 'group':
      return <GroupInput Input={FieldInput} path={path} label={label} required={required} fields={field.fields} />;
    case 'variants':
      return <VariantsInput Input={FieldInput} path={path} label={label} required={required} field={field} />;
    case 'list':
      return <ListInput Input={FieldInput} path={path} label={label} required={required} field={field} />;
    case 'list-or':
      return <ListOrInput Input={FieldInput} path={path} label={label} required={required} field={field} />;
    case 'table':
      return <TableInput path={path} label={label} required={required} field={field} />;
    case 'record':
      return <RecordInput {...props} />;
  }
}

const manyOptions = 9;
/** So that inputs of a row stand on one line. */
const helpBelow: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

function LineInput({ name, path, required }: FieldProps) {
  const { command } = useActing();
  const { value, change, error } = useInput<string>(path);
  return (
    <TextInput
      label={<Label words={labelOf(command, name)} required={required} />}
      description={helpOf(name)}
      inputWrapperOrder={helpBelow}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      error={error}
      autoComplete="off"
    />
  );
}

function WordsInput({ name, path, required }: FieldProps) {
  const { command } = useActing();
  const { value, change, error } = useInput<string>(path);
  return (
    <Textarea
      label={<Label words={labelOf(command, name)} required={required} sealed />}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      error={error}
      autosize
      minRows={2}
      maxRows={8}
    />
  );
}

function FigureInput({ name, path, required, field }: FieldProps) {
  const { command } = useActing();
  const { value, change, error } = useInput<string | number>(path);
  if (field.kind !== 'number') return null;
  return (
    <NumberInput
      label={<Label words={labelOf(command, name)} required={required} />}
      value={value}
      onChange={change}
      allowDecimal={!field.whole}
      allowNegative={false}
      error={error}
      {...(field.least === undefined ? {} : { min: field.least })}
      {...(field.most === undefined ? {} : { max: field.most })}
      clampBehavior="none"
      hideControls
    />
  );
}

function DayInput({ name, path, required }: FieldProps) {
  const { command, wall, now } = useActing();
  const { value, change, error } = useInput<string>(path);
  return (
    <DateInput
      label={<Label words={labelOf(command, name)} required={required} />}
      value={value === '' ? null : value}
      onChange={(next) => change(next ?? '')}
      dateParser={(typed) => typedDay(typed, wall.toWall(new Date(now).toISOString()), language())}
      valueFormat="D MMM YYYY"
      {...calendar()}
      error={error}
      popoverProps={{ withinPortal: true, zIndex: 400 }}
    />
  );
}

function YesNoInput({ name, path, required }: FieldProps) {
  const { command } = useActing();
  const { value, change, error } = useInput<boolean | ''>(path);
  return (
    <Select
      label={<Label words={labelOf(command, name)} required={required} />}
      data={[
        { value: 'true', label: t('dialogs.yes') },
        { value: 'false', label: t('dialogs.no') },
      ]}
      value={value === '' ? null : String(value)}
      onChange={(next) => change(next === null ? '' : next === 'true')}
      placeholder={t(required ? 'dialogs.choose' : 'dialogs.notSaid')}
      {...clearing(!required)}
      allowDeselect={false}
      error={error}
    />
  );
}

interface ChoiceProps extends FieldProps {
  readonly options: readonly (string | number)[];
}

function ChoiceInput({ name, path, required: needed, preset, options }: ChoiceProps) {
  // What the contract presets is never left open.
  const required = needed || preset !== undefined;
  const { command } = useActing();
  const { value, change, error } = useInput<string | number>(path);
  return (
    <Select
      label={<Label words={labelOf(command, name)} required={required} />}
      description={helpOf(name)}
      data={optionsOf(options)}
      value={value === '' ? null : String(value)}
      // The code as the contract has it: some are figures.
      onChange={(next) => change(options.find((option) => String(option) === next) ?? '')}
      placeholder={t(required ? 'dialogs.choose' : 'dialogs.notSaid')}
      searchable={options.length > manyOptions}
      {...clearing(!required)}
      allowDeselect={false}
      error={error}
    />
  );
}

function ChoicesInput({ name, path, required, options }: ChoiceProps) {
  const { command } = useActing();
  const { value, change, error } = useInput<string[]>(path);
  return (
    <MultiSelect
      label={<Label words={labelOf(command, name)} required={required} />}
      description={helpOf(name)}
      data={optionsOf(options)}
      value={value}
      onChange={change}
      placeholder={value.length === 0 ? t('dialogs.choose') : ''}
      searchable
      hidePickedOptions
      error={error}
    />
  );
}
