import type { DataOf, EventType } from '../care-events.ts';
import type { RoleWords } from '../role-words.ts';

/** What a sentence needs to know beside its event. */
export interface Telling {
  /** The title of a level as it stands in a sentence. */
  readonly level: (id: string) => string;
  /** A version of a programme by its title. */
  readonly programme: (version: { readonly id: string; readonly version: number }) => string;
  readonly moment: (at: string) => string;
  readonly day: (at: string) => string;
  readonly role: RoleWords;
  /** The name of one of the staff. */
  readonly staff: (staffId: string) => string;
  /** The code of a medication by its id, as recorded earlier. */
  readonly medication: (medicationId: string) => string | undefined;
  readonly goal: (goalId: string) => string | undefined;
  readonly task: (taskId: string) => string | undefined;
  /** Whether a person decided, and not a rule. */
  readonly byPerson: boolean;
}

export type Sentences = { readonly [Type in EventType]: (data: DataOf<Type>, telling: Telling) => string };
