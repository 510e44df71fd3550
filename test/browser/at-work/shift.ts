import type { EventType } from '@stepway/pathway';
import type { Locator, Page } from 'playwright-core';
import type { Clinic } from '../../clinic/clinic.ts';
import { until } from '../../clinic/until.ts';
import type { World } from '../world.ts';

interface Recorded {
  readonly type: EventType;
  readonly actor: { readonly id: string };
  readonly data: Readonly<Record<string, unknown>>;
}

/** The event in the log of a journey, by who did it. */
export const recordedBy = (clinic: Clinic, episodeId: string, type: EventType, by: string): Promise<Recorded> =>
  until(`${type} by ${by} is in the log`, async () => {
    const { body } = await clinic.get(`/v1/episodes/${episodeId}/events?limit=200`);
    const events = (body['items'] ?? []) as readonly Recorded[];
    return events.find((event) => event.type === type && event.actor.id === by);
  });

/** One of the staff at a window of their own: signed in at the provider, and from there on by what the page offers. */
export class Shift {
  readonly page: Page;
  readonly #clinic: Clinic;

  private constructor(page: Page, clinic: Clinic) {
    this.page = page;
    this.#clinic = clinic;
  }

  static async of(world: World, name: string): Promise<Shift> {
    const page = await world.desk.strangersWindow();
    await page.goto('/');
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: new RegExp(name) }).click();
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).waitFor();
    return new Shift(page, world.clinic);
  }

  /** The names of the screens that the navigation offers. */
  async screens(): Promise<readonly string[]> {
    await this.#navigation.getByRole('listitem').first().waitFor();
    const links = await this.#navigation.getByRole('listitem').getByRole('link').all();
    return Promise.all(links.map(async (link) => (await link.getAttribute('title')) ?? ''));
  }

  async goTo(screen: string): Promise<void> {
    await this.#navigation.getByRole('link', { name: new RegExp(`^${screen}`) }).click();
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name });
  }

  /** A journey by its person, on the board. */
  async journeyOf(name: string): Promise<void> {
    await this.goTo('Board');
    await this.page.getByRole('textbox', { name: 'Filter by name' }).fill(name);
    await this.page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
    await this.page.getByRole('heading', { name }).waitFor();
  }

  /** What may be done on the journey that is open, by words. */
  async findsAct(words: string): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Actions', exact: true }).click();
    await this.page.getByRole('textbox', { name: 'Find an action' }).fill(words);
    return this.page.getByRole('button', { name: words });
  }

  async act(words: string): Promise<Dialog> {
    await (await this.findsAct(words)).click();
    return this.dialog();
  }

  /** The act at the row of a person. */
  async actAtRow(words: string, name: string): Promise<Dialog> {
    await this.page
      .getByRole('link', { name: `${words}: ${name}` })
      .first()
      .click();
    return this.dialog();
  }

  /** An act of the panel beside the list, for the person of a row. */
  async actBeside(words: string, name: string): Promise<Dialog> {
    await this.row(name).first().click();
    await this.page.getByRole('complementary').getByRole('link', { name: words }).click();
    return this.dialog();
  }

  dialog(): Dialog {
    return new Dialog(this.page);
  }

  /** The event in the log, by who is signed in here. */
  recorded(episodeId: string, type: EventType, by: string): Promise<Recorded> {
    return recordedBy(this.#clinic, episodeId, type, by);
  }

  get #navigation(): Locator {
    return this.page.getByRole('navigation').first();
  }
}

const dayMs = 86_400_000;

/** A day at the site as a person types it, so many days ahead: "25 Nov 2026". */
export const typedDay = (days: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'America/New_York', day: 'numeric', month: 'short', year: 'numeric' })
    .format(Date.now() + days * dayMs)
    .replace('Sept', 'Sep');

/** The dialog that is open: filled in by its labels, sent, and gone when it was accepted. */
export class Dialog {
  readonly form: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.form = page.getByRole('dialog');
  }

  async choose(label: string, option: string): Promise<this> {
    await this.form.getByLabel(label).first().click();
    await this.#page.getByRole('option', { name: option, exact: true }).click();
    return this;
  }

  async pick(choice: RegExp): Promise<this> {
    await this.form.getByRole('radio', { name: choice }).click();
    return this;
  }

  async write(label: string | RegExp, words: string): Promise<this> {
    await this.form.getByLabel(label).first().fill(words);
    return this;
  }

  /** A moment so many days ahead, by the clocks of the site. */
  async moment(label: string, days: number, hours: string): Promise<this> {
    await this.write(`${label}, date`, typedDay(days));
    await this.write(`${label}, hours`, hours);
    return this.write(`${label}, minutes`, '15');
  }

  async send(): Promise<void> {
    // The keys act once the form is there.
    await this.form.getByRole('button', { name: 'Cancel' }).waitFor();
    await this.#page.keyboard.press('Control+Enter');
    await this.form.waitFor({ state: 'detached' });
  }
}
