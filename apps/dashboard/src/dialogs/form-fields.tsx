import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState, type CSSProperties } from 'react';
import { t } from '../texts/texts.ts';
import { useActing } from './acting.ts';
import style from './dialog.module.css';
import type { NamedField } from './form/fields.ts';
import { FieldInput } from './inputs/field-input.tsx';
import { layoutOf } from './layouts/layouts.tsx';
import { arranged } from './shown-fields.ts';

/** All fields of a command: in rows, what is seldom said under "More". */
export function Fields() {
  const acting = useActing();
  const { rows, more } = arranged(acting, acting.form.values);
  const { errors } = acting.form;
  const faulty = more.some(({ name }) => Object.keys(errors).some((path) => path.split('.')[0] === name));
  const [opened, setOpened] = useState(false);
  const shown = opened || faulty;
  const Chevron = shown ? IconChevronDown : IconChevronRight;
  return (
    <div className={style.fields}>
      {rows.map((row) => (
        <Row key={row[0]?.name} fields={row} />
      ))}
      {more.length > 0 && (
        <div className={style.more}>
          <UnstyledButton className={style.moreButton} aria-expanded={shown} onClick={() => setOpened(!shown)}>
            <Chevron size={15} stroke={1.75} aria-hidden />
            {t(shown ? 'dialogs.fewer' : 'dialogs.more')}
          </UnstyledButton>
          {shown && more.map((field) => <Row key={field.name} fields={[field]} />)}
        </div>
      )}
    </div>
  );
}

/** A moment is a day and a time: beside another field it takes more room. */
const columnsOf = (fields: readonly NamedField[]) =>
  ({
    '--columns': fields.map(({ field }) => `minmax(0, ${field.kind === 'instant' ? 1.7 : 1}fr)`).join(' '),
  }) as CSSProperties;

function Row({ fields }: { readonly fields: readonly NamedField[] }) {
  const { command } = useActing();
  return (
    <div className={style.row} style={columnsOf(fields)}>
      {fields.map((field) => {
        const Own = layoutOf(command, field.name);
        return Own === undefined ? (
          <FieldInput key={field.name} {...field} path={field.name} />
        ) : (
          <Own key={field.name} {...field} path={field.name} />
        );
      })}
    </div>
  );
}
