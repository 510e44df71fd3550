import { lastAdmission } from '../../episodes/admissions.ts';
import type { OpenedJourney } from '../../journey.ts';
import { clearedSince, dischargedSince } from '../late.ts';
import type { StepUpRule } from './rule.ts';

/** Whether the use is one that may move the person now: in care, of this time of care, new, and enough (pathway §5, §6). */
export const whichUse: readonly StepUpRule[] = [
  {
    rule: 'in-care',
    otherwise: 'late-review',
    ask: ({ journey }) => ({ held: journey.status === 'active', saw: careInWords(journey) }),
  },
  {
    rule: 'collected-since-admission',
    otherwise: 'late-review',
    ask: ({ journey, use }) => {
      const admittedAt = lastAdmission(journey.stays);
      const held = admittedAt !== undefined && use.at >= admittedAt;
      return { held, saw: `collected ${use.at}, admitted ${admittedAt ?? 'never'}` };
    },
  },
  {
    rule: 'no-discharge-since-collection',
    otherwise: 'late-review',
    ask: ({ journey, use }) => {
      const at = dischargedSince(journey, use.at);
      return { held: at === undefined, saw: at === undefined ? 'none' : `discharged ${at}, in care again since` };
    },
  },
  {
    rule: 'no-step-up-open-or-done-since',
    otherwise: 'joined',
    ask: ({ stepUp, programme }) => {
      if (stepUp === undefined) return { held: true, saw: 'none' };
      const to = programme.levels[stepUp.to]?.title ?? stepUp.to;
      return { held: false, saw: 'state' in stepUp ? `open, to ${to}` : `made ${stepUp.completedAt}, to ${to}` };
    },
  },
  {
    rule: 'not-cleared-before-this-stay',
    otherwise: 'late-review',
    ask: ({ journey, use, programme }) => {
      if (journey.status !== 'active' || use.at >= journey.stay.since)
        return { held: true, saw: 'collected in the present stay' };
      const cleared = clearedSince(journey, use, programme);
      const saw = cleared ? 'a later specimen is negative' : 'collected before the present stay, not cleared since';
      return { held: !cleared, saw };
    },
  },
  {
    rule: 'threshold-met',
    otherwise: 'nothing',
    ask: ({ uses, programme }) => {
      const { threshold } = programme.stepUp;
      const saw = `${uses.length} of ${threshold.uses} within ${threshold.withinDays} days`;
      return { held: uses.length >= threshold.uses, saw };
    },
  },
];

function careInWords(journey: OpenedJourney): string {
  switch (journey.status) {
    case 'referred':
      return 'not admitted yet';
    case 'active':
      return 'in care';
    case 'discharged':
      return `discharged ${journey.dischargedAt}`;
  }
}
