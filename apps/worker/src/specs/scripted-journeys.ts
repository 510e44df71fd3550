import type { JourneyActivities, Rest } from '@stepway/episode-of-care';

export interface Advanced {
  readonly episodeId: string;
  readonly now: number;
}

type Answer = (now: number) => Rest | Promise<Rest>;

/** Journeys whose runs answer what a spec tells them to, and which remember when they ran. */
export class ScriptedJourneys implements JourneyActivities {
  readonly runs: Advanced[] = [];
  #ended = 0;
  readonly #answers: readonly Answer[];
  readonly #watchers: (() => void)[] = [];

  /** What the runs answer, one after the other; the last one holds for all that follow. */
  constructor(...answers: readonly Answer[]) {
    this.#answers = answers;
  }

  readonly advance = async ({ episodeId, now }: Advanced): Promise<Rest> => {
    this.runs.push({ episodeId, now });
    this.#changed();
    const answer = this.#answers[this.runs.length - 1] ?? this.#answers.at(-1);
    try {
      return (await answer?.(now)) ?? { over: true };
    } finally {
      this.#ended += 1;
      this.#changed();
    }
  };

  /** Resolves when so many runs have begun in all. */
  began(count: number): Promise<void> {
    return this.#until(() => this.runs.length >= count);
  }

  /** Resolves when so many runs have ended in all. */
  ran(count: number): Promise<void> {
    return this.#until(() => this.#ended >= count);
  }

  async #until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      const change = Promise.withResolvers<void>();
      this.#watchers.push(change.resolve);
      await change.promise;
    }
  }

  #changed(): void {
    for (const watcher of this.#watchers.splice(0)) watcher();
  }
}
