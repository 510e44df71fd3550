import type { CommandAnswer, EventView } from '@stepway/contracts';

/** One thing that will happen; `rule`: it follows by rule, a moment later. */
export interface Effect {
  readonly sentence: string;
  readonly rule: boolean;
}

/** What a dry decision says, as the sentences that the journey will tell it by; the same said once. */
export function effectsOf(
  { events, follows = [] }: Pick<CommandAnswer, 'events' | 'follows'>,
  tell: (event: EventView) => string,
): readonly Effect[] {
  const seen = new Set<string>();
  const all = [
    ...events.map((event) => ({ sentence: tell(event), rule: false })),
    ...follows.map((event) => ({ sentence: tell(event), rule: true })),
  ];
  return all.filter(({ sentence }) => {
    if (seen.has(sentence)) return false;
    seen.add(sentence);
    return true;
  });
}
