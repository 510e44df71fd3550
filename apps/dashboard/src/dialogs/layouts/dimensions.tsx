import { Input, Select, TextInput } from '@mantine/core';
import { minimumLevels } from '@stepway/contracts';
import { useEffect } from 'react';
import { t } from '../../texts/texts.ts';
import { useActing, useInput } from '../acting.ts';
import type { FieldProps } from '../inputs/field-props.ts';
import { labelOf, optionsOf, said } from '../words.ts';
import style from './layouts.module.css';
import { clearing } from '../inputs/clearing.ts';

const risks = [0, 1, 2, 3, 4] as const;

/** The six dimensions of the edition: a rating of the 3rd, a minimum level of the 4th, and what shows it. */
export function Dimensions({ name, path, required }: FieldProps) {
  const { command, form } = useActing();
  const { value, error } = useInput<readonly { readonly dimension: number }[]>(path);
  const edition = form.values['edition'] === 3 ? 3 : 4;
  // What the other edition was answered with is none of this one.
  useEffect(() => {
    const other = edition === 3 ? { minimumLevel: '' } : { risk: '' };
    form.setFieldValue(path, (rated: unknown) =>
      Array.isArray(rated) ? rated.map((one: object) => ({ ...one, ...other })) : rated,
    );
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the form is new with every stroke
  }, [edition, path]);
  return (
    <fieldset className={style.dimensions}>
      <legend>
        {labelOf(command, name)} {!required && <span className={style.hint}>{t('dialogs.optional')}</span>}
      </legend>
      {value.map(({ dimension }, at) => (
        <Dimension key={dimension} path={`${path}.${at}`} dimension={dimension} edition={edition} />
      ))}
      {error !== undefined && <Input.Error>{error}</Input.Error>}
    </fieldset>
  );
}

interface DimensionProps {
  readonly path: string;
  readonly dimension: number;
  readonly edition: 3 | 4;
}

function Dimension({ path, dimension, edition }: DimensionProps) {
  const rating = useInput<number | string>(`${path}.${edition === 3 ? 'risk' : 'minimumLevel'}`);
  const evidence = useInput<string>(`${path}.evidence`);
  const title = said(`dialogs.dimension${edition}.${dimension}`);
  const choose = (next: string | null) => rating.change(next === null ? '' : edition === 3 ? Number(next) : next);
  // What matters to the person is heard and not scored (4th edition).
  const scored = edition === 3 || dimension < 6;
  return (
    <div className={style.dimension}>
      <span className={style.dimensionName}>
        <span className="figure">{dimension}</span> {title}
      </span>
      {scored ? (
        <Select
          aria-label={`${title}: ${said(`fields.common.${edition === 3 ? 'risk' : 'minimumLevel'}`)}`}
          placeholder={said(`fields.common.${edition === 3 ? 'risk' : 'minimumLevel'}`)}
          data={edition === 3 ? optionsOf(risks) : [...minimumLevels]}
          value={rating.value === '' ? null : String(rating.value)}
          onChange={choose}
          {...clearing(true)}
          error={rating.error}
        />
      ) : (
        <span className={style.hint}>{t('dialogs.notScored')}</span>
      )}
      <TextInput
        aria-label={`${title}: ${said('fields.common.evidence')}`}
        placeholder={said('fields.common.evidence')}
        value={evidence.value}
        onChange={(event) => evidence.change(event.currentTarget.value)}
        error={evidence.error}
        autoComplete="off"
      />
    </div>
  );
}
