import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import { inTheFuture } from '../facts-in-time.ts';
import type { Journey, OpenedJourney } from '../journey.ts';
import { ageGroupAt } from '../person/age.ts';
import type { Rejection } from '../rejections.ts';
import { sameContent } from '../same-content.ts';
import type { SiteCalendar } from '../calendar.ts';
import type { Answers, InstrumentCode, Item } from './instrument.ts';
import { instruments } from './scales.ts';

/**
 * Records the answers to a questionnaire or scale with their score, by the published scoring. What a positive item
 * about suicide asks of people follows by rule.
 * Rejects: EpisodeNotOpened, InTheFuture, InstrumentConflict, InstrumentNotForAge (PHQ-9 under 18, PHQ-A from 18),
 * ImpossibleAnswer (with the field).
 */
export function recordInstrument(journey: Journey, command: CommandOf<'RecordInstrument'>, context: Context): Decision {
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const { instrumentId, instrument, at, answers, occurredAt, reason } = command;
  const known = journey.instruments.find((one) => one.instrumentId === instrumentId);
  if (known) {
    const same = known.instrument === instrument && known.at === at && sameContent(known.answers, answers);
    return same ? nothingNew : reject({ type: 'InstrumentConflict', instrumentId });
  }
  const refused =
    inTheFuture({ at }, context.now) ??
    notForAge(journey, command, context.calendar) ??
    impossibleAnswer(instrument, answers);
  if (refused) return reject(refused);

  const scored = instruments[instrument].score(answers);
  const data = { instrumentId, instrument, at, answers, ...scored, ...(reason && { reason }) };
  return accept({ type: 'InstrumentScored', occurredAt, data });
}

function notForAge(
  journey: OpenedJourney,
  { instrument, at }: CommandOf<'RecordInstrument'>,
  calendar: SiteCalendar,
): Rejection | undefined {
  const { onlyFor } = instruments[instrument];
  if (onlyFor === undefined || ageGroupAt(journey, at, calendar) === onlyFor.age) return undefined;
  return { type: 'InstrumentNotForAge', instrument, instead: onlyFor.otherwise };
}

/** The first answer that the instrument does not know, that is missing, or that contradicts another. */
function impossibleAnswer(instrument: InstrumentCode, answers: Answers): Rejection | undefined {
  const { items } = instruments[instrument];
  const impossible = (item: string, allowed: readonly number[]): Rejection => ({
    type: 'ImpossibleAnswer',
    field: `answers.${item}`,
    instrument,
    allowed,
  });
  const unknown = Object.keys(answers).find((item) => items[item] === undefined);
  if (unknown !== undefined) return impossible(unknown, []);
  for (const [name, item] of Object.entries(items)) {
    const allowed = allowedFor(item, answers);
    const answer = answers[name];
    if (answer === undefined ? !mayBeLeftOut(item, answers) : !allowed.includes(answer))
      return impossible(name, allowed);
  }
  return undefined;
}

const asked = ({ onlyAfter }: Item, answers: Answers): boolean =>
  onlyAfter === undefined || (answers[onlyAfter] ?? 0) > 0;

const mayBeLeftOut = (item: Item, answers: Answers): boolean => item.optional === true || !asked(item, answers);

function allowedFor(item: Item, answers: Answers): readonly number[] {
  if (!asked(item, answers)) return [0];
  const most = item.atMost === undefined ? Infinity : (answers[item.atMost] ?? 0);
  return item.allowed.filter((points) => points <= most);
}
