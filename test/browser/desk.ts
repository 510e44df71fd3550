import type { Stack } from '@stepway/test-support';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';

/** So long the page may take to show something. */
const patienceMs = 15_000;

type Cookies = Exclude<BrowserContextOptions['storageState'], string | undefined>;

/** A coordinator at a real Chromium, with a new profile: signed in once, then as many windows as a spec asks for. */
export class Desk {
  readonly #stack: Stack;
  readonly #browser: Browser;
  #cookies: Cookies | undefined;
  #shared: BrowserContext | undefined;
  #complaints: string[] = [];

  private constructor(stack: Stack, browser: Browser) {
    this.#stack = stack;
    this.#browser = browser;
  }

  static async of(stack: Stack): Promise<Desk> {
    return new Desk(stack, await launchChromium());
  }

  /** A new link that signs in, once. */
  async signInLink(): Promise<string> {
    return (await this.#stack.stepway('sign-in')).stdout.trim();
  }

  /** A window of someone who is not signed in, with a profile of its own. */
  async strangersWindow(): Promise<Page> {
    return this.#watched(await this.#profile({}));
  }

  /**
   * A window of the coordinator, at an address of the dashboard. Windows share a profile, as a person's windows do;
   * one that is to leave nothing behind in it gets its own.
   */
  async window(path: string, { ownProfile = false } = {}): Promise<Page> {
    const storageState = (this.#cookies ??= await this.#signIn());
    const profile = ownProfile
      ? await this.#profile({ storageState })
      : (this.#shared ??= await this.#profile({ storageState }));
    const page = await this.#watched(profile);
    await page.goto(path);
    return page;
  }

  /** A window of one of the people of the development sign-in, with a profile of its own, at an address. */
  async windowOf(name: string, path: string): Promise<Page> {
    const page = await this.strangersWindow();
    await page.goto(path);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: new RegExp(name) }).click();
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).waitFor();
    return page;
  }

  async #profile(options: BrowserContextOptions): Promise<BrowserContext> {
    const baseURL = this.#stack.addresses().http;
    const profile = await this.#browser.newContext({ baseURL, viewport: { width: 1440, height: 900 }, ...options });
    profile.setDefaultTimeout(patienceMs);
    return profile;
  }

  async #watched(profile: BrowserContext): Promise<Page> {
    const page = await profile.newPage();
    page.on('pageerror', (error) => this.#complaints.push(String(error)));
    page.on('console', (message) => {
      // Chromium's own word on an answer that was an error; whether the page copes is what the specs look at.
      if (message.text().startsWith('Failed to load resource')) return;
      if (message.type() === 'error' || message.type() === 'warning') this.#complaints.push(message.text());
    });
    return page;
  }

  async #signIn(): Promise<Cookies> {
    const page = await this.strangersWindow();
    await page.goto(await this.signInLink());
    return page.context().storageState();
  }

  /** Closes all windows; gives what their consoles complained of: errors, and what the content policy refused. */
  async tidyUp(): Promise<readonly string[]> {
    const done = this.#browser
      .contexts()
      .map((context) => (context === this.#shared ? closePages(context) : context.close()));
    await Promise.all(done);
    const complaints = this.#complaints;
    this.#complaints = [];
    return complaints;
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}

const closePages = (context: BrowserContext) => Promise.all(context.pages().map((page) => page.close()));
