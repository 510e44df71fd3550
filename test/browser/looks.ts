import type { Page } from 'playwright-core';
import { axeFindings } from './axe.ts';
import { heading, rowOf, type World } from './world.ts';

interface Screen {
  readonly path: (world: World) => string;
  /** Who of the development sign-in sees it. Default: the coordinator. */
  readonly whose?: string;
  /** What is there when the screen is. */
  readonly shows: (page: Page) => { waitFor(): Promise<void> };
}

const at = (path: string, shows: Screen['shows']): Screen => ({ path: () => path, shows });
const of = (whose: string, path: string, shows: Screen['shows']): Screen => ({ ...at(path, shows), whose });
const ofJuniper = (tab: string, shows: Screen['shows']): Screen => ({
  path: ({ people }) => `/journeys/${people.juniper}${tab}`,
  shows,
});

/** Every screen there is. */
const screens: Readonly<Record<string, Screen>> = {
  board: at('/board', (page) => rowOf(page, 'Juniper Samplewood')),
  'board as a table': at('/board?view=table', (page) => rowOf(page, 'Juniper Samplewood')),
  'overview of a journey': ofJuniper('', (page) => page.getByRole('region', { name: 'Why this happened' })),
  'screens of a journey': ofJuniper('/screens', (page) =>
    page.getByRole('button', { name: /^Why ?: Cocaine/ }).first(),
  ),
  'decisions of a journey': ofJuniper('/decisions', (page) => page.getByText(/more support begins/)),
  'facts of a journey': ofJuniper('/facts', (page) => page.getByText(/started by itself/)),
  today: at('/today', (page) => page.getByRole('row').filter({ hasText: 'Juniper Samplewood' }).first()),
  'list of who is not yet seen': at('/not-yet-seen', (page) =>
    page.getByRole('row').filter({ hasText: 'Juniper Samplewood' }),
  ),
  proposals: at('/proposals', (page) => page.getByRole('heading', { level: 1, name: 'Proposals' })),
  'waiting list': at('/waiting-list', (page) => page.getByRole('row').filter({ hasText: 'Basalt Fictor' })),
  places: at('/waiting-list?view=places', (page) => page.getByRole('heading', { level: 1, name: 'Waiting list' })),
  'goals of a journey': ofJuniper('/goals', (page) => page.getByText('Two people to call, both called')),
  'tasks of a journey': ofJuniper('/tasks', (page) => page.locator('[aria-current=page]').filter({ hasText: 'Tasks' })),
  tests: at('/tests?state=awaiting-confirmation', (page) =>
    page.getByRole('row').filter({ hasText: 'Agate Trialsby' }),
  ),
  medication: at('/medication', (page) => heading(page, 'Nothing here: next doses')),
  'follow-ups': at('/follow-ups', (page) => heading(page, 'Nothing here: after discharge')),
  roster: at('/roster?site=main&group=early-recovery', (page) => page.getByRole('button', { name: /^Add Yarrow/ })),
  'rules of a programme': at('/programmes/full-continuum', (page) => page.getByRole('img', { name: /^Levels, / })),
  'versions of a programme': at('/programmes/standard-four/2?view=versions', (page) =>
    page.getByRole('heading', { name: /changes? from version 1 to 2/ }),
  ),
  'test patient': at('/programmes/standard-four?view=preview', (page) =>
    page.getByRole('button', { name: 'Live it through' }),
  ),
  'replay of a version': of('Merle Heron', '/programmes/standard-four/2?view=replay', (page) =>
    page.getByRole('heading', { name: /^(It was not tried yet|How this version would have judged)/ }),
  ),
  'move to another version': of('Merle Heron', '/programmes/standard-four/1?view=move', (page) =>
    page.getByRole('button', { name: 'Try it for everyone' }),
  ),
  system: of('Martin Swift', '/system', (page) => heading(page, 'Servers')),
  'directory of the staff': of('Martin Swift', '/staff', (page) => page.getByRole('row', { name: /^Avis Plover/ })),
  'one of the staff': of('Martin Swift', '/staff?row=demo-nurse', (page) => page.getByRole('button', { name: 'Save' })),
  'list of who is on call': at('/on-call', (page) => page.getByRole('row', { name: /^Nurse/ }).first()),
  'messages from outside': of('Jay Sandpiper', '/messages', (page) => heading(page, 'No message waits for a person')),
  partners: of('Martin Swift', '/partners', (page) => page.getByText('How to connect in ten minutes').first()),
  files: at('/files', (page) => page.getByRole('button', { name: 'Choose a CSV file' })),
  'order of who is called': of('Robin Quill', '/on-call?row=main.coordinator', (page) =>
    page.getByRole('button', { name: 'Set from now on' }),
  ),
  'open sessions': of('Martin Swift', '/staff?view=sessions', (page) => page.getByText('This browser')),
  trail: of('Corvin Rook', '/audit', (page) => page.getByRole('row', { name: /Corvin Rook.*Signed in/ }).first()),
  'emergency accesses': of('Corvin Rook', '/audit?view=emergencies', (page) =>
    page
      .getByRole('main')
      .getByRole('heading')
      .or(page.getByRole('row', { name: /Teal Harrow/ }))
      .first(),
  ),
  'trail of a person': {
    whose: 'Corvin Rook',
    path: ({ people }) => `/journeys/${people.juniper}`,
    shows: (page) => ({
      waitFor: async () => {
        await page.getByRole('link', { name: 'Who saw this journey' }).click();
        await page
          .getByRole('row', { name: /Juniper Samplewood/ })
          .first()
          .waitFor();
      },
    }),
  },
  'address that leads nowhere': at('/nowhere', (page) => heading(page, 'There is no such screen')),
  'journey that is not there': at('/journeys/00000000-0000-4000-8000-000000000000', (page) =>
    heading(page, 'Not found, or not yours to see'),
  ),
  'filter that nobody matches': at('/board?level=nothing', (page) => heading(page, 'Nobody matches')),
};

const schemes = ['light', 'dark'] as const;
/** A narrow window; 1440 pixels enlarged to 200 %; 1280 pixels enlarged to 400 % (WCAG 1.4.10). */
const widths = [1024, 720, 320];

/** In both schemes, on the same page: whoever changes the scheme of the system does not reload either. */
export async function findingsInBothSchemes(page: Page): Promise<readonly string[]> {
  const findings: string[] = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    findings.push(...(await axeFindings(page)).map((finding) => `${colorScheme}: ${finding}`));
  }
  return findings;
}

/** The widths at which the page as a whole would have to be scrolled sideways. */
async function tooNarrow(page: Page): Promise<readonly number[]> {
  const found: number[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 640 });
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) found.push(width);
  }
  return found;
}

export function lookSpecs(world: World): void {
  describe('in light and in dark, wide and narrow', () => {
    it.each(Object.entries(screens))(
      'axe finds nothing on the %s, and nothing is cut off at the side',
      async (_, { path, shows, whose }) => {
        const page =
          whose === undefined ? await world.desk.window(path(world)) : await world.desk.windowOf(whose, path(world));
        await shows(page).waitFor();
        expect(await findingsInBothSchemes(page)).toEqual([]);
        expect(await tooNarrow(page)).toEqual([]);
      },
    );

    it('axe finds nothing on the page for signing in', async () => {
      const page = await world.desk.strangersWindow();
      await page.goto('/board');
      await heading(page, 'You are not signed in').waitFor();
      expect(await findingsInBothSchemes(page)).toEqual([]);
      expect(await tooNarrow(page)).toEqual([]);
    });

    it('axe finds nothing in the palette, in the sheet of keys and in an open menu', async () => {
      const page = await world.desk.window('/board');
      await page.emulateMedia({ reducedMotion: 'reduce' }); // a colour that fades in is not the colour to look at
      await rowOf(page, 'Juniper Samplewood').waitFor();
      await page.keyboard.press('Control+k');
      await page.getByRole('textbox', { name: 'Go to a person or a screen' }).fill('juni');
      await page.getByRole('button', { name: /Juniper Samplewood/ }).waitFor();
      expect(await findingsInBothSchemes(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Keys', exact: true }).click();
      await page.getByRole('dialog', { name: 'Keys' }).waitFor();
      expect(await findingsInBothSchemes(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^Sort/ }).click();
      await page.getByRole('menuitem', { name: 'Next due' }).waitFor();
      expect(await findingsInBothSchemes(page)).toEqual([]);
    });
  });

  describe('the colour scheme', () => {
    it('can be chosen, and stays chosen', async () => {
      const page = await world.desk.window('/board', { ownProfile: true });
      await page.getByRole('button', { name: 'Colour scheme' }).click();
      await page.getByRole('menuitem', { name: 'Dark' }).click();
      await page.reload();
      await rowOf(page, 'Juniper Samplewood').waitFor();
      expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
    });
  });

  describe('for someone who asked for less motion', () => {
    it('nothing on the page moves by itself', async () => {
      const page = await world.desk.window('/board');
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await rowOf(page, 'Juniper Samplewood').waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keys' }).waitFor();
      const moving = await page.evaluate(
        () => document.getAnimations().filter(({ effect }) => Number(effect?.getTiming().duration) > 1).length,
      );
      expect(moving).toBe(0);
    });
  });
}
