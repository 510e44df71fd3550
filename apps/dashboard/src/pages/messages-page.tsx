import { useSearch } from '@tanstack/react-router';
import { Messages } from '../features/messages/messages.tsx';
import { usePageTitle } from '../frame/top-bar.tsx';
import { t } from '../texts/texts.ts';

export function MessagesPage() {
  const filters = useSearch({ from: '/messages' });
  usePageTitle(t('screens.messages'));
  return <Messages filters={filters} />;
}
