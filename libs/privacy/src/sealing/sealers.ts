import type { CommandWithText } from '@stepway/contracts';
import type { CommandFields, GoalText, Sealed } from '@stepway/pathway';

/** Seals one text; `field` is the name of its property, to which it is bound. */
export type SealField = (text: string, field: string) => Sealed;

/** Tells words from other words without opening a seal: the same parts give the same fingerprint, in one episode. */
export type Fingerprint = (...parts: readonly string[]) => string;

type Sealer<T extends CommandWithText> = (
  fields: CommandFields<string>[T],
  seal: SealField,
  fingerprint: Fingerprint,
) => CommandFields[T];

/** How each command with free text beside `reason` is sealed. */
export const sealers: { readonly [T in CommandWithText]: Sealer<T> } = {
  ArrangeMedicationContinuity: ({ place, ...coded }, seal) => ({ ...coded, ...optional('place', place, seal) }),
  CompleteGoal: ({ evidence, ...coded }, seal) => ({ ...coded, ...optional('evidence', evidence, seal) }),
  GiveConsent: ({ description, discloserName, intermediaryName, recipients, signatures, ...coded }, seal) => ({
    ...coded,
    ...optional('description', description, seal),
    ...optional('discloserName', discloserName, seal),
    ...optional('intermediaryName', intermediaryName, seal),
    recipients: recipients.map(({ name, ...one }) => ({ ...one, ...optional('name', name, seal) })),
    signatures: signatures.map(({ name, ...one }) => ({ ...one, ...optional('name', name, seal) })),
  }),
  DischargeEpisode: ({ destination, ...coded }, seal) => ({ ...coded, ...optional('destination', destination, seal) }),
  RecordAssessment: ({ dimensions, ...coded }, seal) => ({
    ...coded,
    dimensions: dimensions.map(({ evidence, ...rating }) => ({ ...rating, evidence: seal(evidence, 'evidence') })),
  }),
  SetGoals: ({ goals, ...coded }, seal, fingerprint) => ({
    ...coded,
    goals: goals.map((goal) => sealGoal(goal, seal, fingerprint)),
  }),
  RecordPatientDecision: ({ words, ...coded }, seal) => ({ ...coded, ...optional('words', words, seal) }),
};

function sealGoal(
  { text, measure, ...coded }: GoalText<string>,
  seal: SealField,
  fingerprint: Fingerprint,
): GoalText<Sealed> {
  return {
    ...coded,
    text: seal(text, 'text'),
    ...optional('measure', measure, seal),
    fingerprint: fingerprint('goal', coded.goalId, text, measure ?? ''),
  };
}

/** The field with its text sealed, or no field where nothing was said. */
function optional<Field extends string>(
  field: Field,
  text: string | undefined,
  seal: SealField,
): { readonly [_ in Field]?: Sealed };
function optional(field: string, text: string | undefined, seal: SealField): object {
  return text === undefined ? {} : { [field]: seal(text, field) };
}
