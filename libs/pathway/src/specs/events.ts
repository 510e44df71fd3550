import type { CareEvent, EventData, EventType } from '../events.ts';
import type { Disposition, DrugClass, TaskKind } from '../vocabulary.ts';
import type { Expected } from './given.ts';

/** What an event of a spec must show. */
export const disposed = (disposition: Disposition, fields: Partial<EventData['DrugTestDisposed']> = {}): Expected => ({
  type: 'DrugTestDisposed',
  data: { disposition, ...fields },
});

export const useEstablished = (...drugClasses: readonly DrugClass[]): Expected => ({
  type: 'UseEstablished',
  data: { drugClasses },
});

export const useWithdrawn = (): Expected => ({ type: 'UseWithdrawn' });
export const confirmationRequested = (): Expected => ({ type: 'ConfirmationRequested' });

export const taskOpened = (kind: TaskKind, fields: Partial<EventData['TaskOpened']> = {}): Expected => ({
  type: 'TaskOpened',
  data: { kind, ...fields },
});

/** All that the events of one type say, in their order: nothing more, nothing less. */
export const wholeData = (type: EventType, { events }: { readonly events: readonly CareEvent[] }): readonly object[] =>
  events.filter((event) => event.type === type).map(({ data }) => data);
