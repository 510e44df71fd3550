import fc from 'fast-check';
import { riskRatings } from '../assessments/vocabulary.ts';
import { localDate } from '../calendar.ts';
import { ageGroupAt } from '../person/age.ts';
import type { Command } from '../commands.ts';
import type { Journey, OpenedJourney } from '../journey.ts';
import { followUpContacts } from '../follow-up/vocabulary.ts';
import type { Level } from '../programme/level.ts';
import type { SiteCalendar } from '../calendar.ts';
import type { Programme } from '../programme/programme.ts';
import { dischargeReasons, meetingOutcomes, patientAnswers } from '../vocabulary.ts';
import { laterOf, plusDays, plusHours, type Instant } from '../time.ts';
import {
  admission,
  asksForTest,
  admitted,
  by,
  continues,
  definitive,
  missed,
  missesDoses,
  opened,
  presumptive,
  reviewed,
  stopsTaking,
  takes,
  tellsOfUse,
  said,
} from './commands.ts';
import { aftercarePlanned, goalReopened, goalWithdrawn, reachedOut } from './contact.ts';
import { cameBack, followedUp, movedToVersion } from './after.ts';
import type { Step } from './given.ts';
import {
  answered,
  appointed,
  arrived,
  cancelledBy,
  decided,
  deathRecorded,
  discharged,
  done,
  goalReached,
  goalsSet,
  held,
  notMade,
  notSeen,
  overrideTo,
  placeDeclined,
  placeOffered,
  released,
  session,
  therapistMet,
} from './moves.ts';
import { assessed, rated } from './assessments.ts';
import { asked, lives, pregnancyEnded, pregnant } from './person.ts';
import { isOfSafety, safetyDeed, safetyStep } from './safety-deeds.ts';
import { berlin, havana } from './calendars.ts';
import { fullContinuum, newYork, standardFour } from './standard-four.ts';
import { noSlot } from './waiting.ts';
import { standingFacts, withdrawn } from './withdrawn-facts.ts';

/** Whatever people, laboratories and time may do to a journey, in any order: what properties are proved over. */
const ages = fc.integer({ min: 0, max: 20 * 24 });
const stage = fc.constantFrom('definitive', 'definitive', 'presumptive');
const outcome = fc.constantFrom('positive', 'positive', 'negative');
const finding = fc.constantFrom('valid', 'valid', 'valid', 'dilute', 'substituted');
const drugClass = fc.constantFrom('cocaine', 'methamphetamine', 'fentanyl', 'opioids', 'buprenorphine', 'cannabis');
const level = fc.constantFrom('detox', 'residential', 'iop', 'aftercare');
const answer = fc.constantFrom(...patientAnswers);
const met = fc.constantFrom(...meetingOutcomes);

const risk = fc.constantFrom(...riskRatings);
const indicated = fc.constantFrom('0', 'ANY', 'EVAL', '1.7', '2.1', '2.5 COE', '3.1', '3.7');

const deed = fc.oneof(
  { weight: 14, arbitrary: safetyDeed },
  {
    weight: 10,
    arbitrary: fc.record({ do: fc.constant('result'), stage, outcome, finding, drugClass, ageHours: ages }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('confirm'), outcome }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('correct'), outcome, cancel: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('review'), to: fc.constantFrom('unexpected-use', 'negative') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('tell-of-use'), drugClass, ageHours: ages }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('schedule-test'), days: fc.integer({ min: 0, max: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('missed-test'), ageHours: ages }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('session'), ageHours: ages, present: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('reach-out'),
      reached: fc.boolean(),
      channel: fc.constantFrom('phone', 'text'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('plan-aftercare'), everyDays: fc.constantFrom(7, 14, 30) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('check-up'), ageHours: fc.integer({ min: 0, max: 72 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('set-goal') }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('reach-goals') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen-goal') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw-goal') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('override'), level }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('appoint') }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('arrive'), ageHours: fc.integer({ min: 0, max: 48 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('not-seen') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('hold'), days: fc.integer({ min: 1, max: 14 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('release') }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('decide'), approve: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel'), byPatient: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('answer'), answer, ofMove: fc.boolean(), level }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('meet'), outcome: met }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('not-made') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('offer-place'), level, days: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('decline-place') }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('do-task'), which: fc.nat({ max: 20 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('medicate') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('stop-medication') }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('miss-doses'), ageHours: ages, doses: fc.integer({ min: 1, max: 6 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('arrange-dose'), days: fc.integer({ min: 1, max: 9 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('assess'),
      asks: fc.record({ 1: indicated, 4: indicated, 5: indicated }),
      risks: fc.tuple(risk, risk, risk, risk, risk, risk),
      pattern: fc.constantFrom('daily', 'occasional', 'unknown'),
      drugClass,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('scale'), points: fc.integer({ min: 0, max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('mood'), suicidal: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pregnancy') }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('home'), situation: fc.constantFrom('homeless', 'sober-living') }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('no-slot') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('withdraw'), which: fc.nat({ max: 60 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('discharge'),
      for: fc.constantFrom(...dischargeReasons),
      by: fc.constantFrom('coordinator', 'medical-director'),
      againstAdvice: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('die') }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('come-back'), level }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move-version'), version: fc.constantFrom(2, 3) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('follow-up'),
      point: fc.constantFrom(30, 90),
      contact: fc.constantFrom(...followUpContacts),
    }),
  },
);
export type Deed = (typeof deed extends fc.Arbitrary<infer T> ? T : never) & { readonly afterHours: number };

/** The programme that ships, and others that ask people more. */
const changed = (stepUp: Partial<Programme['stepUp']>, stepDown: Partial<Programme['stepDown']> = {}): Programme => ({
  ...standardFour,
  stepUp: { ...standardFour.stepUp, ...stepUp },
  stepDown: { ...standardFour.stepDown, ...stepDown },
});
const programmes: Readonly<Record<string, Programme>> = {
  'as it ships': standardFour,
  'the full continuum': fullContinuum,
  'asks about both ways': changed({ mode: 'propose' }, { mode: 'confirm' }),
  'applies at the deadline': changed({ mode: 'propose', atDeadline: 'apply' }),
  'lapses at the deadline': changed({ mode: 'propose', atDeadline: 'lapse' }, { whenUnknown: 'fail' }),
  'asks for two uses': changed({ byClass: { cocaine: 'review-only' }, threshold: { uses: 2, withinDays: 28 } }),
};
const calendars: Readonly<Record<string, SiteCalendar>> = { newYork, berlin, havana };

/** By their names, so that a history that fails is short to read. */
export const settingOf = (named: { readonly programme: string; readonly calendar: string }) => ({
  programme: programmes[named.programme] ?? standardFour,
  calendar: calendars[named.calendar] ?? newYork,
});
const programme = fc.constantFrom('as it ships', 'as it ships', 'as it ships', ...Object.keys(programmes));

/** Mostly hours or days, and now and then nobody says anything for months. */
const pause = fc.oneof(
  { weight: 15, arbitrary: fc.integer({ min: 0, max: 5 * 24 }) },
  { weight: 1, arbitrary: fc.integer({ min: 20 * 24, max: 90 * 24 }) },
);

/** What a journey may be moved to: other windows, deadlines and modes for the same facts, and no detox any more. */
export const nextVersion = (programme: Programme): Programme => ({
  ...programme,
  version: 3,
  stepUp: {
    ...programme.stepUp,
    mode: programme.stepUp.mode === 'automatic' ? 'propose' : 'automatic',
    handOffHours: 100,
  },
  windows: {
    ...programme.windows,
    ...(programme.windows.cocaine && {
      cocaine: { ...programme.windows.cocaine, unknown: { baseline: 12, residual: 12 } },
    }),
  },
  ladder: programme.ladder.filter((id) => id !== 'detox'),
  levels: Object.fromEntries(
    Object.values(programme.levels)
      .filter(({ id }) => id !== 'detox')
      .map(({ stepUpTo, ...one }): [string, Level] => [
        one.id,
        {
          ...one,
          ...(stepUpTo !== undefined && stepUpTo !== 'detox' && { stepUpTo }),
          stayDays: { ...one.stayDays, minimum: one.stayDays.minimum + 5 },
        },
      ]),
  ),
});
/** Somebody who comes of age a month after admission. */
const adolescentInIop = 'iop@adolescent';

/**
 * A programme, a site's calendar, an entry level, and what happens then, each so many hours after the one before: about
 * half a year, over the change of the clocks.
 */
export const history = fc.record({
  programme,
  calendar: fc.constantFrom('newYork', ...Object.keys(calendars)),
  entry: fc.constantFrom('detox', 'residential', 'iop', 'iop', 'iop', adolescentInIop, 'aftercare'),
  deeds: fc.array(
    fc.tuple(deed, pause).map(([what, afterHours]): Deed => ({ ...what, afterHours })),
    { minLength: 1, maxLength: 40, size: 'max' },
  ),
});

function openedAt(entry: string, at: Instant): readonly [Command, string] {
  const [level = entry, age] = entry.split('@');
  const fields = { entryLevel: level, ...(age && youngUntil(plusDays(at, 30))) };
  return [{ ...opened(fields), occurredAt: plusDays(at, -14) }, level];
}
const youngUntil = (at: Instant) => ({ ageGroup: 'adolescent' as const, turns18On: localDate(at, newYork) });

export const beginning = (entry: string): readonly Command[] => beginningAt(entry, admission);

/** The same, admitted at this moment, two weeks after the referral. */
export function beginningAt(entry: string, at: Instant): readonly Command[] {
  const [opening, level] = openedAt(entry, at);
  return [opening, admitted(level, at)];
}

/** What a deed means for a journey as it stands at this moment; nothing when there is nothing to do it to. */
export function stepOf(what: Deed, journey: Journey, at: Instant): Step {
  const nothing: Step = { type: 'TimePasses', until: at };
  if (journey.status === 'not-opened') return nothing;
  const since = 'ageHours' in what ? laterThanAdmission(plusHours(at, -what.ageHours)) : at;
  const open = journey.status === 'active' ? journey.transition : undefined;
  if (isOfSafety(what)) return safetyStep(what, journey, at) ?? nothing;
  switch (what.do) {
    case 'result': {
      const report = what.stage === 'definitive' ? definitive : presumptive;
      const specimenId = `S-${journey.version}`;
      return report([[what.drugClass, what.outcome]], {
        specimenId,
        collectedAt: since,
        reportedAt: at,
        validity: { finding: what.finding },
      });
    }
    case 'confirm': {
      const waiting = journey.specimens.find((specimen) => specimen.confirmation !== undefined);
      const [confirmed] = waiting?.confirmation?.drugClasses ?? [];
      if (!waiting || !confirmed) return nothing;
      const { specimenId, collectedAt } = waiting;
      return definitive([[confirmed, what.outcome]], { specimenId, collectedAt, reportedAt: at });
    }
    // The laboratory corrects what it reported last, or takes all of it back.
    case 'correct': {
      const specimen = journey.specimens.at(-1);
      const last = specimen?.reports.at(-1);
      const [result] = last?.results ?? [];
      if (!specimen || !last || !result) return nothing;
      const report = result.stage === 'definitive' ? definitive : presumptive;
      return report(what.cancel ? [] : [[result.drugClass, what.outcome]], {
        specimenId: specimen.specimenId,
        collectedAt: last.collectedAt,
        reportedAt: at,
        status: what.cancel ? 'cancelled' : 'corrected',
      });
    }
    case 'review': {
      const specimen = journey.specimens.at(-1);
      const [result] = specimen?.reports.flatMap((report) => report.results) ?? [];
      return specimen && result ? reviewed(specimen.specimenId, result.drugClass, what.to, at) : nothing;
    }
    case 'tell-of-use':
      return tellsOfUse(what.drugClass, since, at);
    case 'schedule-test':
      return asksForTest(plusDays(at, what.days), at);
    case 'missed-test':
      return { ...missed(since), occurredAt: at };
    case 'session':
      return { ...session(since, 180, what.present ? 'attended' : 'missed'), occurredAt: at };
    case 'set-goal':
      return goalsSet(at, `g${journey.goals.length + 1}`);
    case 'reach-goals': {
      const goal = journey.goals.find((one) => one.state === 'open');
      return goal ? goalReached(goal.goalId, at) : nothing;
    }
    case 'reach-out':
      return reachedOut(at, {
        outreachId: `o${journey.outreach.length + 1}`,
        channel: what.channel,
        reached: what.reached,
      });
    case 'plan-aftercare':
      return aftercarePlanned(at, [{ part: 'telephone-check-ups', everyDays: what.everyDays }]);
    case 'check-up':
      return { ...session(since, 20), sessionType: 'telephone-check-up', ...said(at) };
    case 'reopen-goal': {
      const goal = journey.goals.findLast((one) => one.state !== 'open');
      return goal ? goalReopened(goal.goalId, at) : nothing;
    }
    case 'withdraw-goal': {
      const goal = journey.goals.find((one) => one.state === 'open');
      return goal ? goalWithdrawn(goal.goalId, at) : nothing;
    }
    case 'override':
      return overrideTo(what.level, at);
    case 'appoint':
      return open ? appointed(open.transitionId, at, plusDays(at, 1)) : nothing;
    case 'arrive':
      return open ? arrived(open.transitionId, since, at) : nothing;
    case 'not-seen':
      return open ? notSeen(open.transitionId, at) : nothing;
    case 'hold':
      return held(`h${journey.holds.length + 1}`, at, plusDays(at, what.days), {
        actor: by(journey.holds.length % 2 === 0 ? 'therapist' : 'medical-director'),
      });
    case 'release': {
      const hold = journey.holds.at(-1);
      return hold ? released(hold.holdId, at) : nothing;
    }
    case 'decide':
      return open ? decided(open.transitionId, what.approve ? 'approve' : 'decline', at) : nothing;
    case 'cancel':
      return open
        ? cancelledBy(open.transitionId, what.byPatient ? 'patient-declined' : 'clinician-retains', at)
        : nothing;
    case 'answer':
      return answered(what.answer, at, {
        ...(what.ofMove && open && { transitionId: open.transitionId }),
        ...(what.answer === 'asks-for-another-level' && { level: what.level }),
      });
    case 'meet':
      return therapistMet(what.outcome, at);
    case 'offer-place':
      return placeOffered(what.level, at, plusDays(at, what.days));
    case 'decline-place': {
      const slot = journey.slots.at(-1);
      return slot ? placeDeclined(slot.slotId, at) : nothing;
    }
    case 'not-made':
      return open ? notMade(open.transitionId, at) : nothing;
    case 'do-task': {
      const task = journey.tasks[what.which % Math.max(1, journey.tasks.length)];
      return task ? done(task.taskId, at) : nothing;
    }
    case 'medicate':
      return takes('buprenorphine-naloxone', {
        medicationId: `m${journey.medications.length + 1}`,
        kind: 'moud',
        from: at,
      });
    case 'stop-medication': {
      const medication = journey.medications.at(-1);
      return medication ? stopsTaking(medication.medicationId, at) : nothing;
    }
    case 'miss-doses': {
      const medication = journey.medications.at(-1);
      if (!medication) return nothing;
      const from = laterOf(since, medication.from);
      return missesDoses(medication.medicationId, from, { to: at, doses: what.doses, occurredAt: at });
    }
    case 'arrange-dose': {
      const medication = journey.medications.at(-1);
      return medication ? continues(medication.medicationId, at, plusDays(at, what.days)) : nothing;
    }
    case 'assess': {
      const told = { substances: [{ drugClass: what.drugClass, pattern: what.pattern }] };
      // Adolescents are assessed by the 3rd edition.
      return isYoung(journey, at) ? rated(what.risks, at, told) : assessed(what.asks, at, told);
    }
    case 'scale':
      return asked('ciwa-ar', { tremor: what.points, sweats: what.points, anxiety: what.points }, at);
    case 'mood':
      return asked(isYoung(journey, at) ? 'phq-a' : 'phq-9', { 'better-off-dead': what.suicidal ? 1 : 0 }, at);
    case 'pregnancy': {
      const known = journey.pregnancies.find(({ to }) => to === undefined);
      return known
        ? pregnancyEnded(at, known.pregnancyId)
        : pregnant(at, { pregnancyId: `p${journey.pregnancies.length + 1}` });
    }
    case 'home':
      return lives(what.situation, at);
    case 'no-slot':
      return open ? noSlot(open.transitionId, at) : nothing;
    case 'withdraw': {
      const facts = standingFacts(journey);
      const fact = facts[what.which % Math.max(1, facts.length)];
      return fact ? withdrawn(fact.id, at) : nothing;
    }
    case 'discharge':
      return discharged(what.for, at, {
        actor: by(what.by),
        againstAdvice: what.for === 'dropped-out' && what.againstAdvice,
        termination: {
          warnedAt: plusDays(at, -1),
          referral: 'done',
          medicationPlan: 'declined',
          appealInformation: 'done',
        },
      });
    case 'come-back':
      return cameBack(what.level, at);
    case 'move-version':
      return movedToVersion({ id: 'standard-four', version: what.version }, at);
    case 'follow-up':
      return followedUp(what.point, at, { contact: what.contact });
    case 'die':
      return deathRecorded(at);
  }
}

const isYoung = (journey: OpenedJourney, at: Instant): boolean => ageGroupAt(journey, at, newYork) === 'adolescent';

const laterThanAdmission = (at: Instant): Instant => (at < admission ? admission : at);
