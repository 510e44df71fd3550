import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import { judgeAgain } from '../drug-testing/judge-again.ts';
import type { NewEventOf } from '../events.ts';
import { inTheFuture } from '../facts-in-time.ts';
import { foldAhead } from '../fold-ahead.ts';
import type { Journey } from '../journey.ts';
import { ageGroupAt } from '../person/age.ts';
import type { Programme } from '../programme/programme.ts';
import type { Rejection } from '../rejections.ts';
import { sameContent } from '../same-content.ts';
import { nextDecisionId } from '../transitions/start.ts';
import { ratingsRefused } from './ratings.ts';
import { recommend } from './recommend.ts';
import type { Assessment } from './state.ts';
import { dimensionsTried, recommendationSentence } from './words.ts';

type RecordAssessment = CommandOf<'RecordAssessment'>;

/**
 * Records an assessment of all six dimensions and the level it indicates. The pattern of use and the last use that it
 * tells of are facts by which drug tests are judged again. It moves no one: people and the rules of pathway §5 do.
 * Rejects: EpisodeNotOpened, InTheFuture, AssessmentConflict, UnknownLevel, EditionNotForAge, EditionsMixed,
 * DimensionsNotRated, DimensionRatedTwice, DiscrepancyReasonRequired.
 */
export function recordAssessment(journey: Journey, command: RecordAssessment, context: Context): Decision {
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const { assessmentId, assessedAt, edition, dimensions, substances, occurredAt, reason } = command;
  const known = journey.assessments.find((one) => one.assessmentId === assessmentId);
  if (known) return sameAssessment(known, command) ? nothingNew : reject({ type: 'AssessmentConflict', assessmentId });

  const { programme, calendar } = context;
  const age = ageGroupAt(journey, assessedAt, calendar);
  const refused =
    inTheFuture({ assessedAt, ...lastUses(substances) }, context.now) ??
    levelsRefused(command, programme) ??
    ratingsRefused({ edition, age, dimensions }, programme);
  if (refused) return reject(refused);

  const rated = { edition, age, dimensions };
  const indicates = recommend(rated, programme);
  const { actualLevel: actual, discrepancyReason } = command;
  if (actual !== undefined && actual !== indicates.level && discrepancyReason === undefined)
    return reject({ type: 'DiscrepancyReasonRequired', indicated: indicates.level ?? null, actual });

  const recorded: NewEventOf<'AssessmentRecorded'> = {
    type: 'AssessmentRecorded',
    occurredAt,
    data: { ...fieldsOf(command), ...(reason && { reason }) },
  };
  const recommended: NewEventOf<'LevelRecommended'> = {
    type: 'LevelRecommended',
    occurredAt: context.now,
    causedBy: context.eventId(0),
    data: {
      decisionId: nextDecisionId(journey),
      assessmentId,
      ...indicates,
      explanation: recommendationSentence(indicates, programme),
      rules: dimensionsTried(rated, indicates, programme),
    },
  };
  const after = foldAhead(journey, [recorded, recommended], command, context);
  return accept(recorded, recommended, ...judgeAgain(after, context, 2));
}

function fieldsOf(command: RecordAssessment): NewEventOf<'AssessmentRecorded'>['data'] {
  const { type: _t, commandId: _c, actor: _a, occurredAt: _o, reason: _r, ...fields } = command;
  return fields;
}

/** What was said in words is sealed, so that it cannot be compared. */
function sameAssessment(known: Assessment, command: RecordAssessment): boolean {
  const { recordedAt: _at, eventId: _id, indicates: _level, ...before } = known;
  const { dimensions, ...fields } = fieldsOf(command);
  return sameContent(before, { ...fields, dimensions: dimensions.map(({ evidence: _words, ...rating }) => rating) });
}

const lastUses = (substances: RecordAssessment['substances']): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(substances?.map(({ lastUseAt }, index) => [`substances[${index}].lastUseAt`, lastUseAt]) ?? []);

function levelsRefused(
  { actualLevel, preferredLevel }: RecordAssessment,
  { levels }: Programme,
): Rejection | undefined {
  const unknown = [actualLevel, preferredLevel].find((level) => level !== undefined && levels[level] === undefined);
  return unknown === undefined ? undefined : { type: 'UnknownLevel', level: unknown, levels: Object.keys(levels) };
}
