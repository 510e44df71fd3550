import type { EpisodeView, EventView } from '@stepway/contracts';
import { dispositionWords, drugClassWords, type Disposition } from '../../marks/dispositions.ts';
import { listInWords } from '../../texts/in-language.ts';
import type { Rule } from './rules.tsx';
import { knownEvent } from './told-event.ts';
import { notCollectedWords, validityWords } from './words/drug-testing.ts';

type Specimen = EpisodeView['specimens'][number];

/** One line of the screens: classes of one specimen that came to mean the same for the same reason. */
export interface ScreenLine {
  readonly key: string;
  readonly classes: string;
  readonly result: string;
  readonly disposition: Disposition;
  readonly meaning: string;
  readonly explanation: string;
  readonly rules: readonly Rule[];
}

export interface Screen {
  readonly id: string;
  readonly at: string;
  readonly specimenId: string | undefined;
  readonly note: string;
  readonly lines: readonly ScreenLine[];
}

/** Collected and not collected tests, the newest first. */
export function screensOf(journey: EpisodeView, events: readonly EventView[]): readonly Screen[] {
  const rules = newestRules(events);
  const collected = journey.specimens.map((specimen) => screenOf(specimen, rules));
  return [...collected, ...notCollected(events)].toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

const keyOf = (specimenId: string, drugClass: string) => `${specimenId} ${drugClass}`;

/** The rules of the disposition that stands now; the events are given the newest first. */
function newestRules(events: readonly EventView[]): ReadonlyMap<string, readonly Rule[]> {
  const rules = new Map<string, readonly Rule[]>();
  for (const event of events) {
    const known = knownEvent(event);
    if (known?.type !== 'DrugTestDisposed') continue;
    const key = keyOf(known.data.specimenId, known.data.drugClass);
    if (!rules.has(key)) rules.set(key, known.data.rules);
  }
  return rules;
}

function screenOf(specimen: Specimen, rules: ReadonlyMap<string, readonly Rule[]>): Screen {
  const groups = new Map<string, Specimen['results']>();
  for (const result of specimen.results) {
    const key = groupOf(result);
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  const lines = [...groups.values()].map((results) => lineOf(specimen, results, rules));
  return {
    id: specimen.specimenId,
    at: specimen.collectedAt,
    specimenId: specimen.specimenId,
    note: specimen.validity === 'valid' || specimen.validity === 'not-recorded' ? '' : validityWords[specimen.validity],
    // What needs reading first: plain negatives come last.
    lines: lines.toSorted((a, b) => Number(a.disposition === 'negative') - Number(b.disposition === 'negative')),
  };
}

/** Plain negatives say the same for every class; everything else is told class by class unless its words are equal. */
const groupOf = ({ disposition, outcome, stage, amount, explanation }: Specimen['results'][number]): string =>
  disposition === 'negative' ? 'negative' : [disposition, outcome, stage, amount ?? '', explanation].join('|');

function lineOf(
  { specimenId }: Specimen,
  results: Specimen['results'],
  rules: ReadonlyMap<string, readonly Rule[]>,
): ScreenLine {
  const [first] = results;
  if (first === undefined) throw new Error('a group of results has at least one');
  const { disposition, outcome, stage, amount, unit, explanation } = first;
  const names = results.map(({ drugClass }) => drugClassWords(drugClass));
  const many = results.length > 2;
  const classes = many ? `${results.length} classes` : listInWords(names);
  return {
    key: groupOf(first),
    classes: classes.charAt(0).toUpperCase() + classes.slice(1),
    result: [
      outcome === 'not-done' ? 'not done' : outcome,
      outcome === 'positive' ? stage : '',
      amount === undefined ? '' : `${amount}\u00a0${unit ?? ''}`.trim(),
    ]
      .filter((part) => part !== '')
      .join(', '),
    disposition,
    meaning: dispositionWords(disposition),
    explanation:
      many && disposition === 'negative' ? `${listInWords(names)}.`.replace(/^./, (a) => a.toUpperCase()) : explanation,
    rules: rules.get(keyOf(specimenId, first.drugClass)) ?? [],
  };
}

function notCollected(events: readonly EventView[]): readonly Screen[] {
  return events.flatMap((event) => {
    const known = knownEvent(event);
    if (known?.type !== 'DrugTestNotCollected') return [];
    const { dueAt, outcome } = known.data;
    return [
      {
        id: event.id,
        at: dueAt,
        specimenId: undefined,
        note: '',
        lines: [
          {
            key: outcome,
            classes: 'No specimen',
            result: notCollectedWords[outcome],
            disposition: outcome,
            meaning: dispositionWords(outcome),
            explanation: 'Counts neither as positive nor as negative.',
            rules: [],
          },
        ],
      },
    ];
  });
}
