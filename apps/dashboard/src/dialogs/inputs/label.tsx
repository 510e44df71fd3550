import type { ReactNode } from 'react';
import { t } from '../../texts/texts.ts';
import style from './inputs.module.css';

/** A label that says what may be left out, and what is sealed: no asterisks. */
export const Label = ({
  words,
  required,
  sealed = false,
}: {
  readonly words: string;
  readonly required: boolean;
  readonly sealed?: boolean;
}): ReactNode => (
  <>
    {words}
    {!required && <span className={style.hint}> {t(sealed ? 'dialogs.optionalSealed' : 'dialogs.optional')}</span>}
    {required && sealed && <span className={style.hint}> {t('dialogs.sealed')}</span>}
  </>
);
