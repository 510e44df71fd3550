import type { QueryName } from '@stepway/contracts';
import {
  IconActivityHeartbeat,
  IconArrowsLeftRight,
  IconEyeCheck,
  IconHelpHexagon,
  IconHourglass,
  IconIdBadge2,
  IconLayoutColumns,
  IconPhone,
  IconPill,
  IconStairs,
  IconSunrise,
  IconTestPipe,
  IconUsersGroup,
  IconChartDots3,
} from '@tabler/icons-react';
import { t } from '../texts/texts.ts';
import { useSession } from './session.tsx';

/**
 * The screens in the order of the navigation: the one list from which navigation, palette, keys and their sheet are
 * made. `key` is the second key after G; `asks` is the question that who opens it must be allowed to ask; `past` where it
 * can be asked of a moment of the past as well.
 */
export const screens = [
  { to: '/today', words: () => t('screens.today'), icon: IconSunrise, key: 't', asks: 'worklist', past: true },
  { to: '/board', words: () => t('screens.board'), icon: IconLayoutColumns, key: 'b', asks: 'episodes', past: true },
  {
    to: '/not-yet-seen',
    words: () => t('screens.notYetSeen'),
    icon: IconArrowsLeftRight,
    key: 'n',
    asks: 'handOffs',
    past: true,
  },
  {
    to: '/proposals',
    words: () => t('screens.proposals'),
    icon: IconHelpHexagon,
    key: 'p',
    asks: 'proposals',
    past: true,
  },
  { to: '/waiting-list', words: () => t('screens.waitingList'), icon: IconHourglass, key: 'w', asks: 'waitingList' },
  { to: '/tests', words: () => t('screens.tests'), icon: IconTestPipe, key: 'e', asks: 'tests' },
  { to: '/medication', words: () => t('screens.medication'), icon: IconPill, key: 'm', asks: 'medications' },
  { to: '/follow-ups', words: () => t('screens.followUps'), icon: IconPhone, key: 'f', asks: 'followUps' },
  { to: '/roster', words: () => t('screens.roster'), icon: IconUsersGroup, key: 'r', asks: 'roster' },
  { to: '/analytics', words: () => t('screens.analytics'), icon: IconChartDots3, key: 'a', asks: 'analyticsCensus' },
  { to: '/audit', words: () => t('screens.audit'), icon: IconEyeCheck, key: 'u', asks: 'audit' },
  { to: '/staff', words: () => t('screens.staff'), icon: IconIdBadge2, key: 'd', asks: 'sessions' },
  { to: '/programmes', words: () => t('screens.programmes'), icon: IconStairs, key: 'l', asks: 'programmes' },
  { to: '/system', words: () => t('screens.system'), icon: IconActivityHeartbeat, key: 'y', asks: 'system' },
] as const satisfies readonly Screen[];

interface Screen {
  readonly to: string;
  readonly words: () => string;
  readonly icon: typeof IconLayoutColumns;
  readonly key: string | undefined;
  readonly asks: QueryName;
  readonly past?: true;
}

/** The screens of who is signed in: the others are not shown. */
export function useScreens(): readonly (typeof screens)[number][] {
  const { ask } = useSession().may;
  return screens.filter(({ asks }) => ask.includes(asks));
}

/** Whether what an address shows can be asked of a moment of the past; a journey can. */
export const knowsThePast = (path: string): boolean =>
  path === '/' ||
  path.startsWith('/journeys/') ||
  screens.some((screen) => 'past' in screen && (path === screen.to || path.startsWith(`${screen.to}/`)));

/** Whether who looks may ask what the screen of an address asks; of other addresses their own pages decide. */
export function useMayOpen(path: string): boolean {
  const { ask } = useSession().may;
  const screen = screens.find(({ to }) => path === to || path.startsWith(`${to}/`));
  return screen === undefined || ask.includes(screen.asks);
}
