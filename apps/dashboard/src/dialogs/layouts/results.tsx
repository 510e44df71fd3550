import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { ClassResult } from '@stepway/contracts';
import { t } from '../../texts/texts.ts';
import { useActing, useInput } from '../acting.ts';
import { emptyValue } from '../form/values.ts';
import type { FieldProps } from '../inputs/field-props.ts';
import { labelOf, optionsOf, said } from '../words.ts';
import style from './layouts.module.css';
import { Lines, Remove } from './lines.tsx';

const { drugClass, outcome, stage } = ClassResult.shape;
/** What a usual panel looks at. */
const usual = ['amphetamines', 'benzodiazepines', 'cannabis', 'cocaine', 'fentanyl', 'opioids'] as const;

/** One line for each class: what was found, how sure it is, how much. */
export function Results({ name, path, field }: FieldProps) {
  const { command, form, fields } = useActing();
  const { value, error } = useInput<readonly unknown[]>(path);
  const empty = field.kind === 'list' ? emptyValue(field.of) : {};
  const add = (said: object) => ({ ...(empty as object), ...said });
  const label = labelOf(command, name);
  const isKnown = fields.some((one) => one.name === name);
  return (
    <Lines
      label={label}
      count={value.length}
      error={error}
      more={t('dialogs.addResult')}
      add={() => form.insertListItem(path, add({ stage: 'presumptive' }))}
    >
      <div className={style.linesHead}>
        <span className={style.label}>{label}</span>
        {value.length === 0 && isKnown && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() =>
              form.setFieldValue(
                path,
                usual.map((one) => add({ drugClass: one, outcome: 'negative', stage: 'presumptive' })),
              )
            }
          >
            {t('dialogs.context.classesOfPlan')}
          </Button>
        )}
      </div>
      {value.map((_, at) => (
        <ResultLine key={at} path={`${path}.${at}`} number={at + 1} remove={() => form.removeListItem(path, at)} />
      ))}
    </Lines>
  );
}

interface LineProps {
  readonly path: string;
  readonly number: number;
  readonly remove: () => void;
}

function ResultLine({ path, number, remove }: LineProps) {
  const amount = useInput<number | string>(`${path}.amount`);
  const unit = useInput<string>(`${path}.unit`);
  const wordsOf = (field: string) => `${said(`fields.common.${field}`)} ${number}`;
  return (
    <div className={style.result}>
      <Code path={`${path}.drugClass`} label={wordsOf('drugClass')} options={drugClass.options} searchable />
      <Code path={`${path}.outcome`} label={wordsOf('outcome')} options={outcome.options} />
      <Code path={`${path}.stage`} label={wordsOf('stage')} options={stage.options} />
      <NumberInput
        aria-label={wordsOf('amount')}
        placeholder={said('fields.common.amount')}
        value={amount.value}
        onChange={amount.change}
        error={amount.error}
        hideControls
      />
      <TextInput
        aria-label={wordsOf('unit')}
        placeholder="ng/mL"
        value={unit.value}
        onChange={(event) => unit.change(event.currentTarget.value)}
        error={unit.error}
      />
      <Remove what={said('fields.common.results')} number={number} remove={remove} />
    </div>
  );
}

interface CodeProps {
  readonly path: string;
  readonly label: string;
  readonly options: readonly string[];
  readonly searchable?: boolean;
}

function Code({ path, label, options, searchable = false }: CodeProps) {
  const { value, change, error } = useInput<string>(path);
  return (
    <Select
      aria-label={label}
      placeholder={t('dialogs.choose')}
      data={optionsOf(options)}
      value={value === '' ? null : value}
      onChange={(next) => change(next ?? '')}
      allowDeselect={false}
      searchable={searchable}
      error={error}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
    />
  );
}
