import { loadavg } from 'node:os';
import { launchChromium } from './chromium.ts';
import { firstUsefulPaint, usefulOf } from './first-paint.ts';
import { framesOfScroll, manyPeople, percentile, tableOfMany } from './scrolling.ts';

// Started by `npm run paint` with a link that signs in to a running stack, and for how many rounds.
const [signInLink = '', rounds = '9'] = process.argv.slice(2);
const { origin } = new URL(signInLink);
const load = () =>
  loadavg()
    .map((average) => average.toFixed(1))
    .join(', ');
const figure = (ms: number) => `${Math.round(ms)} ms`;

const browser = await launchChromium();
try {
  const signedIn = await browser.newContext();
  await (await signedIn.newPage()).goto(signInLink);
  const storageState = await signedIn.storageState();
  const answer = await signedIn.request.get(`${origin}/v1/episodes?status=active&limit=1`);
  const { items } = (await answer.json()) as { readonly items: readonly { readonly episodeId: string }[] };
  const addresses = { today: '/today', board: '/board', journey: `/journeys/${items[0]?.episodeId ?? ''}` };
  const seen: Record<keyof typeof addresses, number[]> = { today: [], board: [], journey: [] };
  console.log(`Load average before: ${load()}`);
  for (let round = 0; round < Number(rounds); round += 1)
    for (const name of ['today', 'board', 'journey'] as const) {
      // Nothing in its cache, as on the first day after an upgrade.
      const context = await browser.newContext({ storageState, viewport: { width: 1440, height: 900 } });
      seen[name].push(await firstUsefulPaint(context, origin + addresses[name], usefulOf[name]));
      await context.close();
    }
  for (const [name, all] of Object.entries(seen)) {
    const sorted = all.toSorted((a, b) => a - b);
    const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
    console.log(
      `${name.padEnd(8)} ${figure(sorted[Math.floor(sorted.length / 2)] ?? 0)} (${figure(least)} … ${figure(most)})`,
    );
  }
  const context = await browser.newContext({ storageState, viewport: { width: 1440, height: 900 } });
  const frames = await framesOfScroll(await tableOfMany(context, `${origin}/board?view=table`));
  const tail = [0.5, 0.95, 0.99].map((part) => `p${part * 100} ${figure(percentile(frames, part))}`).join(', ');
  console.log(
    `${manyPeople} rows scrolled past in ${frames.length} frames: ${tail}, longest ${figure(frames.at(-1) ?? 0)}`,
  );
  console.log(`Load average after: ${load()}`);
} finally {
  await browser.close();
}
