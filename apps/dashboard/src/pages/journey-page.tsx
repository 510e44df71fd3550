import { useParams } from '@tanstack/react-router';
import { Journey } from '../features/journey/journey.tsx';
import { tabOf } from '../features/journey/tabs.ts';
import { usePageTitle } from '../frame/top-bar.tsx';

export function JourneyPage() {
  const { episodeId, tab } = useParams({ from: '/journeys/$episodeId/{-$tab}' });
  // No name in the title of the tab: it ends up in histories and on shared screens.
  usePageTitle('Journey');
  return <Journey key={episodeId} episodeId={episodeId} tab={tabOf(tab)} />;
}
