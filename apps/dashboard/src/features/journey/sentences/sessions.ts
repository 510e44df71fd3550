import { attendanceWords, modalityWords, sessionWords } from '../words/sessions.ts';
import type { DataOf } from '../care-events.ts';
import { length } from './length.ts';
import type { Sentences } from './telling.ts';

export const sessionSentences = {
  SessionRecorded: (session) =>
    `${sessionWords[session.sessionType]}${how(session)}, ${length(session.minutes)}: ${attendanceWords[session.attendance]}.`,
} satisfies Partial<Sentences>;

function how({ modality, setting }: DataOf<'SessionRecorded'>): string {
  const parts = [modality && modalityWords[modality], setting === 'virtual' ? 'virtual' : undefined];
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}
