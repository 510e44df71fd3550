import { ageGroupAt } from '../person/age.ts';
import type { Journey, OpenedJourney } from '../journey.ts';
import { laterOf, plusDays, plusHours, type Instant } from '../time.ts';
import {
  admission,
  asksForTest,
  by,
  continues,
  definitive,
  missed,
  missesDoses,
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
import { isOfSafety, safetyStep } from './safety-deeds.ts';
import { newYork } from './standard-four.ts';
import { noSlot } from './waiting.ts';
import { standingFacts, withdrawn } from './withdrawn-facts.ts';
import type { Deed } from './deeds.ts';

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
