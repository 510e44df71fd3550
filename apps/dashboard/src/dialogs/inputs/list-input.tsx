import { ActionIcon, Button, Input, SegmentedControl } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useActing, useInput } from '../acting.ts';
import type { Field } from '../form/fields.ts';
import { emptyValue } from '../form/values.ts';
import { t } from '../../texts/texts.ts';
import { withIds } from '../made-ids.ts';
import type { AnyInput } from './field-props.ts';
import { Label } from './label.tsx';
import style from './inputs.module.css';

interface ListProps {
  /** The input of any field. */
  readonly Input: AnyInput;
  readonly path: string;
  readonly label: string;
  readonly required: boolean;
  readonly field: Extract<Field, { kind: 'list' }>;
}

/** Things of the same kind, one under the other; more can be added, each can be taken out. */
export function ListInput({ Input: Each, path, label, required, field: { of } }: ListProps) {
  const { form, command } = useActing();
  const { value, error } = useInput<readonly unknown[]>(path);
  if (of.kind !== 'group') return null;
  return (
    <fieldset className={style.group}>
      <legend>
        <Label words={label} required={required} />
      </legend>
      {value.map((_, at) => (
        <div key={at} className={style.item} role="group" aria-label={`${label} ${at + 1}`}>
          <div className={style.grid}>
            {of.fields.map((named) => (
              <Each key={named.name} {...named} path={`${path}.${at}.${named.name}`} />
            ))}
          </div>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={t('dialogs.remove', { what: label, number: at + 1 })}
            onClick={() => form.removeListItem(path, at)}
          >
            <IconTrash size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {error !== undefined && <Input.Error>{error}</Input.Error>}
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => form.insertListItem(path, withIds(command, of.fields, emptyValue(of)))}
      >
        {t('dialogs.add', { what: label })}
      </Button>
    </fieldset>
  );
}

interface ListOrProps extends Omit<ListProps, 'field'> {
  readonly field: Extract<Field, { kind: 'list-or' }>;
}

/** A list, a word that says there is none, or not known yet. */
export function ListOrInput({ Input: Each, path, label, required, field: { list, word } }: ListOrProps) {
  const { value, change } = useInput<unknown>(path);
  if (list.kind !== 'list') return null;
  const state = Array.isArray(value) ? 'list' : value === word ? 'word' : 'open';
  return (
    <div className={style.listOr}>
      <Input.Wrapper label={<Label words={label} required={required} />} labelElement="div">
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={label}
          data={[
            { value: 'open', label: t('dialogs.notKnownYet') },
            { value: 'word', label: t('dialogs.noneGiven') },
            { value: 'list', label: t('dialogs.asListed') },
          ]}
          value={state}
          onChange={(next) => change(next === 'list' ? [emptyValue(list.of)] : next === 'word' ? word : '')}
        />
      </Input.Wrapper>
      {state === 'list' && <ListInput Input={Each} path={path} label={label} required field={list} />}
    </div>
  );
}
