import type { Locator, Page } from 'playwright-core';
import { until } from '../clinic/until.ts';
import { plain } from './world.ts';

/** What is in focus, and whether one sees that it is. */
interface Focus {
  readonly name: string;
  /** Nothing is, as on a page that has just come: the next key begins. */
  readonly nowhere: boolean;
  readonly seen: boolean;
}

/** Somebody with a keyboard and no mouse. After every key, what is in focus must be seen to be. */
export class Hands {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Presses keys one after the other. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await this.#see(key);
    }
  }

  /** Two keys of one meaning (G B, R S): the second counts for a moment only. */
  async chord(first: string, second: string): Promise<void> {
    await this.page.keyboard.press(first);
    await this.press(second);
  }

  async type(words: string): Promise<void> {
    await this.page.keyboard.type(words);
    await this.#see(words);
  }

  /** Goes on by Tab (or back, by Shift Tab) until the focus is there; it may be there already. */
  async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await target.first().waitFor();
    await this.#onTo(target, key);
  }

  /** Waits until the focus is there by itself, and is seen there. */
  async isAt(target: Locator): Promise<void> {
    const arrives = target.and(this.page.locator(':focus')).waitFor();
    await arrives.catch(async (cause: unknown) => {
      throw new Error(`The focus is on "${plain((await focusOf(this.page)).name)}", not ${String(target)}`, { cause });
    });
    await this.#see('the focus came');
  }

  /** The focus is somewhere: what was done did not lose it. */
  async keepsFocus(after: string): Promise<void> {
    await until(`something is in focus ${after}`, async () => !(await focusOf(this.page)).nowhere);
  }

  menuItem(name: string | RegExp): Locator {
    return this.page.getByRole('menuitem', { name, exact: true }).first();
  }

  /** Opens a menu of the toolbar and chooses by the first word and the arrow; the focus comes back to its button. */
  async choose(menu: RegExp, letters: string, item: string | RegExp): Promise<void> {
    const button = this.page.getByRole('button', { name: menu });
    await this.tabTo(button);
    await this.press('Enter');
    await this.menuItem(item).waitFor();
    // Letters typed before the focus has come into the menu are keys of the page.
    await this.page.locator('[role=menu]:focus, [role=menu] :focus').first().waitFor();
    await this.type(letters);
    await this.#onTo(this.menuItem(item), 'ArrowDown');
    await this.press('Enter');
    await this.menuItem(item).waitFor({ state: 'detached' });
    await this.isAt(button);
  }

  /** Goes down a list by J, from its first row, to this one. */
  async downTo(row: Locator): Promise<void> {
    await row.first().waitFor();
    await this.press('j', 'Home');
    await this.#onTo(row, 'j');
  }

  /** Presses a key until the focus is there. */
  async #onTo(target: Locator, key: string): Promise<void> {
    const inFocus = target.and(this.page.locator(':focus'));
    await until(`${key} comes to ${String(target)}`, async () => {
      if ((await inFocus.count()) > 0) return true;
      // Not one key more before the focus has followed the last: it would go past.
      const before = await this.page.evaluateHandle(() => document.activeElement);
      await this.press(key);
      const moved = this.page.waitForFunction((was) => document.activeElement !== was, before, { timeout: 3_000 });
      await moved.catch(() => undefined);
      return false;
    });
  }

  async #see(key: string): Promise<void> {
    // What comes into focus may still be on its way there (a menu that opens).
    let focus: Focus | undefined;
    await until(`the focus is seen after ${key}`, async () => {
      focus = await focusOf(this.page);
      return focus.nowhere || focus.seen;
    }).catch((error: unknown) => {
      throw new Error(`After ${key} nobody sees that the focus is on "${plain(focus?.name ?? '')}"`, { cause: error });
    });
  }
}

/** A page that is just left for another has nothing in focus. */
const focusOf = (page: Page): Promise<Focus> =>
  lookAt(page).catch((error: unknown) => {
    if (String(error).includes('context was destroyed')) return { name: '', nowhere: true, seen: false };
    throw error;
  });

const lookAt = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return { name: '', nowhere: true, seen: false };
    const ringed = (element: Element, part?: string) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element, part);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    };
    // A field is edged in the colour of the focus: itself, or the box of its parts.
    const sample = document.createElement('i');
    sample.style.color = 'var(--sw-focus)';
    document.body.append(sample);
    const colour = getComputedStyle(sample).color;
    sample.remove();
    const edged = (element: Element) => {
      const { borderTopStyle, borderTopColor } = getComputedStyle(element);
      return borderTopStyle !== 'none' && borderTopColor === colour;
    };
    const around = at.matches('input, textarea') ? [at, at.parentElement, at.parentElement?.parentElement] : [at];
    const seen =
      at.matches(':focus-visible') &&
      (ringed(at) || ringed(at, '::after') || around.some((one) => one !== null && one !== undefined && edged(one)));
    return { name: at.getAttribute('aria-label') ?? at.textContent?.slice(0, 80) ?? '', nowhere: false, seen };
  });
