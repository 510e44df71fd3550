import type { Sender } from '@stepway/contracts';
import { isOfADrugTest } from '../hl7v2/for-us.ts';
import type { ClinicalMessage, PersonClues } from '../message/clinical-message.ts';
import { drugTestFact, withoutUndoing } from '../message/drug-test-fact.ts';
import { localCodes, type LocalCodes } from '../message/local-codes.ts';
import type { Question } from '../question.ts';
import { collect, entriesOf, ofKind, type Collected } from './collect.ts';
import { cluesOf, hasDied, personKey } from './person.ts';
import { readScreen } from './read-drug-screen.ts';
import { codedAs } from './read-measured.ts';
import type { Resources } from './resources.ts';
import { screensOf } from './screens.ts';
import { stayOf } from './stays.ts';

/** What is asked of a sender's settings. */
export type FhirSender = Pick<Sender, 'senderId' | 'numbers' | 'codes' | 'commands' | 'leavesAside'>;

/** What a message says, or why it says nothing to us. */
export type FhirReading =
  | { readonly is: 'read'; readonly message: ClinicalMessage }
  /** No drug test and no stay. */
  | { readonly is: 'nothing-in-it' }
  /** More resources than one message has. */
  | { readonly is: 'not-readable' };

/**
 * Reads what FHIR R4 tells of one person: an Observation, a DiagnosticReport, an Encounter, each on its own or in a
 * Bundle with what belongs to it. Nothing is guessed: what is not certain is a question. Whatever it is, it answers.
 */
export function readFhirMessage(given: unknown, sender: FhirSender): FhirReading {
  const collected = collect(entriesOf(given));
  if (collected.isTooLarge) return { is: 'not-readable' };
  const keys = new Set(collected.items.flatMap((item) => personKey(item, collected) ?? []));
  if (keys.size > 1) return severalPersons;
  const codes = localCodes(sender.codes);
  const screens = screensOf(collected);
  const tests = screens.filter((screen) => isForUs(screen, codes));
  const told = withoutUndoing(
    tests.map((screen) => drugTestFact(readScreen(screen, codes), { laboratory: sender.senderId })),
  );
  const stays = staysOf(collected, sender, tests.length > 0);
  const dead = ofKind(collected.items, 'Patient').some(({ resource }) => hasDied(resource));
  if (told.length === 0 && stays.length === 0 && collected.questions.length === 0 && !dead)
    return { is: 'nothing-in-it' };
  const leavesOthers = sender.leavesAside.includes('other-content');
  const others = leavesOthers ? [] : screens.filter((screen) => !tests.includes(screen));
  const all = [...told, ...stays];
  return {
    is: 'read',
    message: {
      person: personOf(collected, sender),
      facts: all.flatMap(({ fact }) => fact ?? []),
      questions: [
        ...collected.questions,
        ...all.flatMap(({ questions }) => questions),
        ...others.flatMap((screen) => unknownIn(screen, codes)),
        ...(dead ? [{ reason: 'death-told' } as const] : []),
      ],
    },
  };
}

/** Whose result is whose is not for us to choose. */
const severalPersons: FhirReading = {
  is: 'read',
  message: { person: { numbers: [] }, facts: [], questions: [{ reason: 'several-persons' }] },
};

/** The clues of all that speak of the person, the first that gives any. */
function personOf(collected: Collected, sender: FhirSender): PersonClues {
  const clues = collected.items.map((item) => cluesOf(item, collected, sender));
  return (
    clues.find(({ numbers, name, patientId }) => numbers.length > 0 || name || patientId !== undefined) ?? {
      numbers: [],
    }
  );
}

const codesOf = ({ report, observations }: Resources) => [
  ...(report ? [report.code] : []),
  ...observations.flatMap(({ observation: { code, component }, panel }) => [
    code,
    ...(panel ? [panel] : []),
    ...component.map((one) => one.code),
  ]),
];

const isForUs = (screen: Resources, codes: LocalCodes): boolean =>
  codesOf(screen).some((code) => isOfADrugTest(code, codes));

/** Codes that came beside a drug test and that nobody has mapped: it is not certain that they are none of our business. */
const unknownIn = ({ observations }: Resources, codes: LocalCodes): readonly Question[] =>
  observations.flatMap(({ observation, resource }) => {
    const coded = codedAs(observation, codes);
    return coded.is === 'unknown'
      ? [{ reason: coded.reason, resource, ...(coded.loinc && { loinc: coded.loinc }) }]
      : [];
  });

/** With a drug test, an encounter that is not told whole, or is not this sender's to tell, is where it was taken. */
function staysOf(collected: Collected, { commands }: FhirSender, isBeside: boolean) {
  const stays = ofKind(collected.items, 'Encounter').flatMap(({ resource }) => stayOf(resource) ?? []);
  return isBeside ? stays.filter(({ fact }) => fact && commands.includes(fact.type)) : stays;
}
