import { useParams } from '@tanstack/react-router';
import { Journey } from '../features/journey/journey.tsx';
import { tabOf } from '../features/journey/tabs.ts';
import { usePageTitle } from '../frame/top-bar.tsx';
import { t } from '../texts/texts.ts';

export function JourneyPage() {
  const { episodeId, tab } = useParams({ from: '/journeys/$episodeId/{-$tab}' });
  // No name in the title of the tab: it ends up in histories and on shared screens.
  usePageTitle(t('journey.title'));
  return <Journey key={episodeId} episodeId={episodeId} tab={tabOf(tab)} />;
}
