import { System } from '../features/system/system.tsx';
import { usePageTitle } from '../frame/top-bar.tsx';
import { t } from '../texts/texts.ts';

export function SystemPage() {
  usePageTitle(t('screens.system'));
  return <System />;
}
