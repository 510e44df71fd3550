import { OffsetsMoved, type Projected, type ProjectionBatch, type Projector } from '@stepway/read-models';
import { setImmediate as nextTurn } from 'node:timers/promises';

interface Waiting {
  readonly batch: ProjectionBatch;
  readonly done: PromiseWithResolvers<void>;
}

export interface OneTransactionOptions {
  readonly projector: Pick<Projector, 'project'>;
  /** A transaction takes no further partition when it has so many records. */
  readonly most: number;
  /** After each commit. */
  readonly onProjected: (projected: Projected) => void;
}

/**
 * What several partitions bring at the same time goes into one transaction: it costs its statements, however few its
 * events are. While one is under way the next ones gather; nothing waits for a clock.
 */
export class OneTransaction {
  readonly #options: OneTransactionOptions;
  #waiting: Waiting[] = [];
  #atWork = false;

  constructor(options: OneTransactionOptions) {
    this.#options = options;
  }

  /** Resolves when it is committed. @throws OffsetsMoved if another projector owns its partition */
  project(batch: ProjectionBatch): Promise<void> {
    const done = Promise.withResolvers<void>();
    this.#waiting.push({ batch, done });
    if (!this.#atWork) void this.#work();
    return done.promise;
  }

  async #work(): Promise<void> {
    this.#atWork = true;
    do {
      await nextTurn(); // all that one answer of the broker has brought
      await this.#projectAll(this.#next());
    } while (this.#waiting.length > 0);
    this.#atWork = false;
  }

  #next(): readonly Waiting[] {
    let records = 0;
    const full = this.#waiting.findIndex(({ batch }) => {
      records += batch.records.length;
      return records >= this.#options.most;
    });
    return this.#waiting.splice(0, full === -1 ? this.#waiting.length : full + 1);
  }

  async #projectAll(all: readonly Waiting[]): Promise<void> {
    try {
      this.#options.onProjected(await this.#options.projector.project(...all.map(({ batch }) => batch)));
      for (const { done } of all) done.resolve();
    } catch (error) {
      // One of the partitions is another's by now: the others are still ours.
      if (error instanceof OffsetsMoved && all.length > 1) for (const one of all) await this.#projectAll([one]);
      else for (const { done } of all) done.reject(error);
    }
  }
}
