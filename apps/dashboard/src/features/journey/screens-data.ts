import type { EpisodeView, EventView } from '@stepway/contracts';
import { dispositionWords, drugClassWords, type Disposition } from '../../marks/dispositions.ts';
import { figure, listInWords } from '../../texts/in-language.ts';
import { capital } from '../../texts/letters.ts';
import { ofTheRecord, t } from '../../texts/texts.ts';
import type { Rule } from './rules.tsx';
import { explainedInWords } from '../../marks/explained.ts';
import { knownEvent } from './told-event.ts';

type Specimen = EpisodeView['specimens'][number];

/** One line of the screens: classes of one specimen that came to mean the same for the same reason. */
export interface ScreenLine {
  readonly key: string;
  readonly classes: string;
  readonly result: string;
  readonly disposition: Disposition;
  readonly meaning: string;
  readonly explanation: string;
  /** Of the explanation, where only the record has it. */
  readonly lang: 'en' | undefined;
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
    note:
      specimen.validity === 'valid' || specimen.validity === 'not-recorded'
        ? ''
        : t(`events.drugTesting.validity.${specimen.validity}`),
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
  const tried = rules.get(keyOf(specimenId, first.drugClass)) ?? [];
  const said =
    many && disposition === 'negative'
      ? t('journey.screens.negativeClasses', { classes: listInWords(names) })
      : explainedInWords(explanation, tried);
  const classes = many ? t('journey.screens.classes', { number: results.length }) : listInWords(names);
  return {
    key: groupOf(first),
    classes: capital(classes),
    result: [
      t(`journey.screens.outcomes.${outcome}`),
      outcome === 'positive' ? t(`journey.screens.stages.${stage}`) : '',
      amount === undefined ? '' : `${figure(amount)}\u00a0${unit ?? ''}`.trim(),
    ]
      .filter((part) => part !== '')
      .join(', '),
    disposition,
    meaning: dispositionWords(disposition),
    explanation: said ?? explanation,
    lang: said === undefined ? ofTheRecord() : undefined,
    rules: tried,
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
            classes: t('journey.screens.noSpecimen'),
            result: t(`events.drugTesting.notCollected.${outcome}`),
            disposition: outcome,
            meaning: dispositionWords(outcome),
            explanation: t('journey.screens.countsNeither'),
            lang: undefined,
            rules: [],
          },
        ],
      },
    ];
  });
}
