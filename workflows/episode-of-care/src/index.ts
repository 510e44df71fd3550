export { episodeOfCare, touch } from './episode-of-care.ts';
export { type JourneyActivities, type Rest } from './rest.ts';
