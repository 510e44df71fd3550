import { t } from '../../texts/texts.ts';

/** What need not be said can be taken back; the button for it has a name. */
export const clearing = (clearable: boolean) => ({
  clearable,
  clearButtonProps: { 'aria-label': t('dialogs.clear') },
});
