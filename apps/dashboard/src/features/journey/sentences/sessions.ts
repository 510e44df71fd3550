import { attendanceWords, sessionWords } from '../words/sessions.ts';
import type { Sentences } from './telling.ts';

export const sessionSentences = {
  SessionRecorded: ({ sessionType, minutes, attendance }) =>
    `${sessionWords[sessionType]}, ${length(minutes)}: ${attendanceWords[attendance]}.`,
} satisfies Partial<Sentences>;

function length(minutes: number): string {
  if (minutes < 60) return `${minutes}\u00a0min`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60}\u00a0h` : `${Math.floor(minutes / 60)}\u00a0h\u00a0${rest}\u00a0min`;
}
