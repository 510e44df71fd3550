import { eventData, Sealed, storedEventData, type EventView } from '@stepway/contracts';
import type { DataOf, EventType } from './care-events.ts';
import { sentences } from './events-in-words.ts';
import type { Telling } from './sentences/telling.ts';

/** An event whose type and data this version knows. */
export type KnownEvent = {
  [Type in EventType]: Omit<EventView, 'type' | 'data'> & { readonly type: Type; readonly data: DataOf<Type> };
}[EventType];

/** What a person wrote, opened by the API for those who may read it. */
export interface Text {
  readonly name: string;
  readonly text: string;
}

const isKnown = (type: string): type is EventType => Object.hasOwn(eventData, type);
const textNames = [
  'reason',
  'words',
  'evidence',
  'destination',
  'place',
  'text',
  'measure',
  'description',
  'discloserName',
  'intermediaryName',
  'name',
];
/** Stands where an opened text stood, so that the data has the shape of the log again. */
const opened = { sealed: 'opened.opened.opened' };

/** Parses an event; undefined when its type or its data are newer than this page. */
export function knownEvent(event: EventView): KnownEvent | undefined {
  if (!isKnown(event.type)) return undefined;
  const data = storedEventData(event.type, withoutTexts(event.data));
  // The schema was chosen by the type, so type and data belong together.
  return data === undefined ? undefined : ({ ...event, type: event.type, data } as KnownEvent);
}

/** An opened text is a string where the log has a seal; one that was erased is null and stays away. */
function withoutTexts(value: unknown, name?: string): unknown {
  if (name !== undefined && textNames.includes(name)) {
    if (typeof value === 'string' || (value === null && name === 'text')) return opened;
    return value === null ? undefined : value;
  }
  if (Array.isArray(value)) return value.map((item) => withoutTexts(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutTexts(inner, key)]));
}

/** The opened texts that stand directly in an event, for people to read under its sentence. */
export const textsOf = ({ data }: Pick<EventView, 'data'>): readonly Text[] =>
  textNames.flatMap((name) => {
    const text = data[name];
    return typeof text === 'string' ? [{ name, text }] : [];
  });

/** Whether a text is there that this person may not read. */
export const hasSealedText = ({ data }: Pick<EventView, 'data'>): boolean =>
  textNames.some((name) => Sealed.safeParse(data[name]).success);

/** The event as a sentence; one of a newer server by its name. */
export function tell(event: EventView, telling: Telling): string {
  const known = knownEvent(event);
  if (known === undefined) return `${event.type.replace(/(?<!^)([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)}.`;
  return sentenceOf(known.type, known.data, telling);
}

function sentenceOf<Type extends EventType>(type: Type, data: unknown, telling: Telling): string {
  return sentences[type](data as DataOf<Type>, telling);
}

/** The texts of goals, by goal: they stand inside `GoalsSet`. */
export function goalTexts(events: readonly EventView[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { type, data } of events) {
    if (type !== 'GoalsSet' || !Array.isArray(data['goals'])) continue;
    for (const goal of data['goals'] as readonly unknown[]) if (isGoal(goal)) texts.set(goal.goalId, goal.text);
  }
  return texts;
}

const isGoal = (goal: unknown): goal is { readonly goalId: string; readonly text: string } =>
  typeof goal === 'object' &&
  goal !== null &&
  'goalId' in goal &&
  typeof goal.goalId === 'string' &&
  'text' in goal &&
  typeof goal.text === 'string';
