import { Partners } from '../features/partners/partners.tsx';
import { usePageTitle } from '../frame/top-bar.tsx';
import { t } from '../texts/texts.ts';

export function PartnersPage() {
  usePageTitle(t('screens.partners'));
  return <Partners />;
}
