import { Files } from '../features/files/files.tsx';
import { usePageTitle } from '../frame/top-bar.tsx';
import { t } from '../texts/texts.ts';

export function FilesPage() {
  usePageTitle(t('screens.files'));
  return <Files />;
}
