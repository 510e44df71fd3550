import type { Attendance } from '../vocabulary.ts';

/** The person was there, on time or not. */
export const wasAttended = ({ attendance }: { readonly attendance: Attendance }): boolean =>
  attendance === 'attended' || attendance === 'late';
