import type { LocalDate } from '../calendar.ts';
import type { Sealed } from '../sealed.ts';
import type { ContactCommands } from './commands.ts';

export interface ContactEvents {
  OutreachRecorded: ContactCommands['RecordOutreach'] & { readonly reason?: Sealed };
  /** Nobody has been in contact with the person for so many days since a session was missed. */
  ContactLost: {
    /** The local day of the session that was missed first. */
    readonly since: LocalDate;
    readonly days: number;
  };
}

export const contactEventTypes = [
  'OutreachRecorded',
  'ContactLost',
] as const satisfies readonly (keyof ContactEvents)[];
