import { startStack, type Stack } from '@stepway/test-support';
import type { Page } from 'playwright-core';
import { Clinic } from '../clinic/clinic.ts';
import type { People } from '../clinic/people.ts';
import { Desk } from './desk.ts';

/** One stack, one clinic and one browser for all specs of the dashboard: a stack takes longer than most of them. */
export interface World {
  readonly stack: Stack;
  readonly clinic: Clinic;
  readonly desk: Desk;
  /** Whom the first spec brought to the board. */
  people: People;
}

/** Starts the world before the specs of a file and ends it after them; no window may have complained in between. */
export function useWorld(): World {
  const world: Partial<World> = {};
  beforeAll(async () => {
    const stack = await startStack();
    Object.assign(world, { stack, clinic: await Clinic.of(stack), desk: await Desk.of(stack) });
  }, 180_000);
  afterEach(async () => expect(await world.desk?.tidyUp()).toEqual([]));
  afterAll(async () => {
    await world.desk?.close();
    await world.stack?.stop();
  }, 60_000);
  return world as World; // filled before the first spec reads it
}

/** The link of a person, as a row of the board or of the table. */
export const rowOf = (page: Page, name: string) => page.getByRole('link', { name: new RegExp(`^${name}`) });

/** The names in a column, from above. */
export const namesIn = (page: Page, level: string): Promise<string[]> =>
  page
    .getByRole('region', { name: level, exact: true })
    .getByRole('link')
    .locator('> span:first-child')
    .allTextContents();

export const heading = (page: Page, name: string) => page.getByRole('heading', { name });

/** Plain spaces instead of those that do not break. */
export const plain = (text: string | null): string => (text ?? '').replaceAll('\u00a0', ' ');
