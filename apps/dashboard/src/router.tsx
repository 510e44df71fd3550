import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { Broken } from './frame/broken.tsx';
import { Everywhere } from './frame/everywhere.ts';
import { FirstScreen } from './frame/first-screen.tsx';
import { Frame } from './frame/frame.tsx';
import { NotFound } from './frame/not-found.tsx';
import { AnalyticsFilters } from './features/analytics/filters.ts';
import { AuditFilters } from './features/audit/filters.ts';
import { BoardFilters } from './features/board/filters.ts';
import { FollowUpFilters, MedicationFilters, TestFilters } from './features/day-lists/filters.ts';
import { TodayFilters } from './features/today/filters.ts';
import { MessageFilters } from './features/messages/filters.ts';
import { NotYetSeenFilters } from './features/not-yet-seen/filters.ts';
import { OnCallFilters } from './features/on-call/filters.ts';
import { ProgrammeFilters } from './features/programmes/filters.ts';
import { ProposalFilters } from './features/proposals/filters.ts';
import { WaitingFilters } from './features/waiting-list/filters.ts';
import { StaffFilters } from './features/staff/filters.ts';
import { RosterFilters } from './features/roster/filters.ts';
import { BoardPage } from './pages/board-page.tsx';
import { TodayPage } from './pages/today-page.tsx';

const root = createRootRoute({
  component: Frame,
  notFoundComponent: NotFound,
  validateSearch: Everywhere,
  // Who looks at the past goes on looking at it from screen to screen, until they go back to now.
  search: { middlewares: [retainSearchParams(['asOf', 'sense'])] },
});

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: FirstScreen,
});

const today = createRoute({
  getParentRoute: () => root,
  path: '/today',
  validateSearch: TodayFilters,
  component: TodayPage,
});

const board = createRoute({
  getParentRoute: () => root,
  path: '/board',
  validateSearch: BoardFilters,
  component: BoardPage,
});

const notYetSeen = createRoute({
  getParentRoute: () => root,
  path: '/not-yet-seen',
  validateSearch: NotYetSeenFilters,
  component: lazyRouteComponent(() => import('./pages/not-yet-seen-page.tsx'), 'NotYetSeenPage'),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: AuditFilters,
  component: lazyRouteComponent(() => import('./pages/audit-page.tsx'), 'AuditPage'),
});

const staff = createRoute({
  getParentRoute: () => root,
  path: '/staff',
  validateSearch: StaffFilters,
  component: lazyRouteComponent(() => import('./pages/staff-page.tsx'), 'StaffPage'),
});

const onCall = createRoute({
  getParentRoute: () => root,
  path: '/on-call',
  validateSearch: OnCallFilters,
  component: lazyRouteComponent(() => import('./pages/on-call-page.tsx'), 'OnCallPage'),
});

const messages = createRoute({
  getParentRoute: () => root,
  path: '/messages',
  validateSearch: MessageFilters,
  component: lazyRouteComponent(() => import('./pages/messages-page.tsx'), 'MessagesPage'),
});

const tests = createRoute({
  getParentRoute: () => root,
  path: '/tests',
  validateSearch: TestFilters,
  component: lazyRouteComponent(() => import('./pages/tests-page.tsx'), 'TestsPage'),
});

const medication = createRoute({
  getParentRoute: () => root,
  path: '/medication',
  validateSearch: MedicationFilters,
  component: lazyRouteComponent(() => import('./pages/medication-page.tsx'), 'MedicationPage'),
});

const followUps = createRoute({
  getParentRoute: () => root,
  path: '/follow-ups',
  validateSearch: FollowUpFilters,
  component: lazyRouteComponent(() => import('./pages/follow-ups-page.tsx'), 'FollowUpsPage'),
});

const roster = createRoute({
  getParentRoute: () => root,
  path: '/roster',
  validateSearch: RosterFilters,
  component: lazyRouteComponent(() => import('./pages/roster-page.tsx'), 'RosterPage'),
});

const proposals = createRoute({
  getParentRoute: () => root,
  path: '/proposals',
  validateSearch: ProposalFilters,
  component: lazyRouteComponent(() => import('./pages/proposals-page.tsx'), 'ProposalsPage'),
});

const waitingList = createRoute({
  getParentRoute: () => root,
  path: '/waiting-list',
  validateSearch: WaitingFilters,
  component: lazyRouteComponent(() => import('./pages/waiting-list-page.tsx'), 'WaitingListPage'),
});

const analyticsStart = createRoute({
  getParentRoute: () => root,
  path: '/analytics',
  beforeLoad: () => {
    throw redirect({ to: '/analytics/$group', params: { group: 'census' }, replace: true });
  },
});

const analytics = createRoute({
  getParentRoute: () => root,
  path: '/analytics/$group',
  validateSearch: AnalyticsFilters,
  component: lazyRouteComponent(() => import('./pages/analytics-page.tsx'), 'AnalyticsPage'),
});

const partners = createRoute({
  getParentRoute: () => root,
  path: '/partners',
  component: lazyRouteComponent(() => import('./pages/partners-page.tsx'), 'PartnersPage'),
});

const files = createRoute({
  getParentRoute: () => root,
  path: '/files',
  component: lazyRouteComponent(() => import('./pages/files-page.tsx'), 'FilesPage'),
});

const programmes = createRoute({
  getParentRoute: () => root,
  path: '/programmes',
  validateSearch: ProgrammeFilters,
  component: lazyRouteComponent(() => import('./pages/programmes-page.tsx'), 'ProgrammesPage'),
});

const programme = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$id/{-$version}',
  validateSearch: ProgrammeFilters,
  component: lazyRouteComponent(() => import('./pages/programmes-page.tsx'), 'ProgrammePage'),
});

const system = createRoute({
  getParentRoute: () => root,
  path: '/system',
  component: lazyRouteComponent(() => import('./pages/system-page.tsx'), 'SystemPage'),
});

const journey = createRoute({
  getParentRoute: () => root,
  path: '/journeys/$episodeId/{-$tab}',
  component: lazyRouteComponent(() => import('./pages/journey-page.tsx'), 'JourneyPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    today,
    board,
    notYetSeen,
    proposals,
    waitingList,
    tests,
    medication,
    followUps,
    roster,
    messages,
    files,
    partners,
    journey,
    audit,
    programmes,
    programme,
    system,
    staff,
    onCall,
    analyticsStart,
    analytics,
  ]),
  defaultErrorComponent: Broken,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
