import { usePageTitle } from '../frame/top-bar.tsx';

export function JourneyPage() {
  usePageTitle('Journey');
  return null;
}
