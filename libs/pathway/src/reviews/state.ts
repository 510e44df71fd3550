import type { Instant } from '../time.ts';

export interface Review {
  readonly level: string;
  readonly at: Instant;
  readonly eventId: string;
}

export interface ReviewsState {
  readonly reviews: readonly Review[];
}

export const noReviews: ReviewsState = { reviews: [] };
