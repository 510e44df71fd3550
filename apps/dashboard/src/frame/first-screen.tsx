import { Navigate } from '@tanstack/react-router';
import { NotFound } from './not-found.tsx';
import { useScreens } from './screens.ts';

/** The first of the screens that the person may open: each role begins its day at its own. */
export function FirstScreen() {
  const [first] = useScreens();
  return first === undefined ? <NotFound /> : <Navigate to={first.to} replace />;
}
