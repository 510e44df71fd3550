import { Button, Select, TextInput } from '@mantine/core';
import { t } from '../../texts/texts.ts';
import { useActing, useInput } from '../acting.ts';
import { emptyValue } from '../form/values.ts';
import type { FieldProps } from '../inputs/field-props.ts';
import { withIds } from '../made-ids.ts';
import { optionsOf, said, goalDomains } from '../words.ts';
import style from './layouts.module.css';
import { Lines, Remove } from './lines.tsx';

/** Goals in the person's words, each with its domain; what the plan does not speak about yet is offered. */
export function Goals({ path, field }: FieldProps) {
  const { command, form, journey } = useActing();
  const { value, error } = useInput<readonly { readonly domain: string }[]>(path);
  const of = field.kind === 'list' && field.of.kind === 'group' ? field.of : undefined;
  const add = (domain: string) => {
    if (of === undefined) return;
    const goal = { ...withIds(command, of.fields, emptyValue(of)), domain };
    const blank = value.findIndex((one) => one.domain === '');
    if (domain !== '' && blank >= 0) form.setFieldValue(`${path}.${blank}.domain`, domain);
    else form.insertListItem(path, goal);
  };
  const open = (journey?.goalDomainsWithoutGoal ?? []).filter(
    (domain) => !value.some((goal) => goal.domain === domain),
  );
  return (
    <Lines count={value.length} error={error} more={t('dialogs.addGoal')} add={() => add('')}>
      {open.length > 0 && (
        <div className={style.suggested}>
          <span className={style.hint}>{t('dialogs.context.suggestedGoals')}</span>
          {open.map((domain) => (
            <Button key={domain} size="compact-xs" variant="default" onClick={() => add(domain)}>
              {said(`options.goalDomain.${domain}`)}
            </Button>
          ))}
        </div>
      )}
      {value.map((_, at) => (
        <Goal
          key={at}
          path={`${path}.${at}`}
          number={at + 1}
          remove={value.length > 1 ? () => form.removeListItem(path, at) : undefined}
        />
      ))}
    </Lines>
  );
}

interface GoalProps {
  readonly path: string;
  readonly number: number;
  readonly remove: (() => void) | undefined;
}

function Goal({ path, number, remove }: GoalProps) {
  const domain = useInput<string>(`${path}.domain`);
  const text = useInput<string>(`${path}.text`);
  const measure = useInput<string>(`${path}.measure`);
  return (
    <div className={style.goal} role="group" aria-label={`${said('fields.common.goalId')} ${number}`}>
      <Select
        label={said('fields.common.domain')}
        placeholder={t('dialogs.choose')}
        data={optionsOf(goalDomains)}
        value={domain.value === '' ? null : domain.value}
        onChange={(next) => domain.change(next ?? '')}
        allowDeselect={false}
        searchable
        error={domain.error}
      />
      <TextInput
        label={
          <>
            {said('fields.common.text')} <span className={style.hint}>{t('dialogs.sealed')}</span>
          </>
        }
        value={text.value}
        onChange={(event) => text.change(event.currentTarget.value)}
        error={text.error}
        autoComplete="off"
      />
      <TextInput
        className={style.measure}
        label={
          <>
            {said('fields.common.measure')} <span className={style.hint}>{t('dialogs.optionalSealed')}</span>
          </>
        }
        value={measure.value}
        onChange={(event) => measure.change(event.currentTarget.value)}
        error={measure.error}
        autoComplete="off"
      />
      {remove !== undefined && <Remove what={said('fields.common.goalId')} number={number} remove={remove} />}
    </div>
  );
}
