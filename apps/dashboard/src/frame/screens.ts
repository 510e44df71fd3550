import type { PostRouteName, QueryName, SessionView } from '@stepway/contracts';
import {
  IconActivityHeartbeat,
  IconArrowsLeftRight,
  IconEyeCheck,
  IconFileUpload,
  IconHelpHexagon,
  IconHourglass,
  IconIdBadge2,
  IconLayoutColumns,
  IconMailQuestion,
  IconPhone,
  IconPhoneCall,
  IconPill,
  IconShare,
  IconStairs,
  IconSunrise,
  IconTestPipe,
  IconUsersGroup,
  IconChartDots3,
} from '@tabler/icons-react';
import { t } from '../texts/texts.ts';
import { useSession } from './session.tsx';

export const parts = ['first', 'care', 'understand'] as const;

/**
 * The screens in the order of the navigation: the one list from which navigation, palette, keys and their sheet are
 * made. `key` is the second key after G; `asks` is the question that who opens it must be allowed to ask, `posts` what they must be allowed to send; `past` where it
 * can be asked of a moment of the past as well.
 */
export const screens = [
  {
    to: '/today',
    part: 'first',
    words: () => t('screens.today'),
    icon: IconSunrise,
    key: 't',
    asks: 'worklist',
    past: true,
  },
  {
    to: '/board',
    part: 'first',
    words: () => t('screens.board'),
    icon: IconLayoutColumns,
    key: 'b',
    asks: 'episodes',
    past: true,
  },
  {
    to: '/not-yet-seen',
    part: 'first',
    words: () => t('screens.notYetSeen'),
    icon: IconArrowsLeftRight,
    key: 'n',
    asks: 'handOffs',
    past: true,
  },
  {
    to: '/proposals',
    part: 'first',
    words: () => t('screens.proposals'),
    icon: IconHelpHexagon,
    key: 'p',
    asks: 'proposals',
    past: true,
  },
  {
    to: '/waiting-list',
    part: 'first',
    words: () => t('screens.waitingList'),
    icon: IconHourglass,
    key: 'w',
    asks: 'waitingList',
  },
  { to: '/tests', part: 'care', words: () => t('screens.tests'), icon: IconTestPipe, key: 'e', asks: 'tests' },
  {
    to: '/medication',
    part: 'care',
    words: () => t('screens.medication'),
    icon: IconPill,
    key: 'm',
    asks: 'medications',
  },
  {
    to: '/follow-ups',
    part: 'care',
    words: () => t('screens.followUps'),
    icon: IconPhone,
    key: 'f',
    asks: 'followUps',
  },
  { to: '/roster', part: 'care', words: () => t('screens.roster'), icon: IconUsersGroup, key: 'r', asks: 'roster' },
  {
    to: '/messages',
    part: 'care',
    words: () => t('screens.messages'),
    icon: IconMailQuestion,
    key: 'i',
    asks: 'quarantine',
  },
  {
    to: '/files',
    part: 'care',
    words: () => t('screens.files'),
    icon: IconFileUpload,
    key: 's',
    posts: 'sendRoster',
  },
  {
    to: '/analytics',
    part: 'understand',
    words: () => t('screens.analytics'),
    icon: IconChartDots3,
    key: 'a',
    asks: 'analyticsCensus',
  },
  { to: '/audit', part: 'understand', words: () => t('screens.audit'), icon: IconEyeCheck, key: 'u', asks: 'audit' },
  { to: '/staff', part: 'understand', words: () => t('screens.staff'), icon: IconIdBadge2, key: 'd', asks: 'sessions' },
  {
    to: '/partners',
    part: 'understand',
    words: () => t('screens.partners'),
    icon: IconShare,
    key: 'c',
    asks: 'partners',
  },
  // Beside the lists of care, but after the administrator's own: each role begins its day at the first.
  { to: '/on-call', part: 'care', words: () => t('screens.onCall'), icon: IconPhoneCall, key: 'o', asks: 'onCall' },
  {
    to: '/programmes',
    part: 'understand',
    words: () => t('screens.programmes'),
    icon: IconStairs,
    key: 'l',
    asks: 'programmes',
  },
  {
    to: '/system',
    part: 'understand',
    words: () => t('screens.system'),
    icon: IconActivityHeartbeat,
    key: 'y',
    asks: 'system',
  },
] as const satisfies readonly Screen[];

type Screen = ScreenPlace & ({ readonly asks: QueryName } | { readonly posts: PostRouteName });

interface ScreenPlace {
  readonly to: string;
  /** Where it stands in the navigation: what is worked through first; care; what is looked into. */
  readonly part: (typeof parts)[number];
  readonly words: () => string;
  readonly icon: typeof IconLayoutColumns;
  readonly key: string | undefined;
  readonly past?: true;
}

/** The screens of who is signed in: the others are not shown. */
export function useScreens(): readonly (typeof screens)[number][] {
  const { may } = useSession();
  return screens.filter((screen) => mayUse(screen, may));
}

const mayUse = (screen: (typeof screens)[number], { ask, post }: SessionView['may']): boolean =>
  'posts' in screen ? post.includes(screen.posts) : ask.includes(screen.asks);

/** Whether what an address shows can be asked of a moment of the past; a journey can. */
export const knowsThePast = (path: string): boolean =>
  path === '/' ||
  path.startsWith('/journeys/') ||
  screens.some((screen) => 'past' in screen && (path === screen.to || path.startsWith(`${screen.to}/`)));

/** Whether who looks may ask what the screen of an address asks; of other addresses their own pages decide. */
export function useMayOpen(path: string): boolean {
  const { may } = useSession();
  const screen = screens.find(({ to }) => path === to || path.startsWith(`${to}/`));
  return screen === undefined || mayUse(screen, may);
}
