import { openCrisis } from '../../crises/state.ts';
import { activeHold } from '../../holds/decide.ts';
import { inHospitalOrJail } from '../../leaves/where.ts';
import { moudTaken } from '../../medications/explains.ts';
import { unsettled } from '../../transitions/unsettled.ts';
import { standardFour } from '../standard-four.ts';
import { told, type Checks } from './walk.ts';
import type { Journey } from '../../journey.ts';

const openMove = (journey: Journey): string | undefined =>
  journey.status === 'active' ? journey.transition?.transitionId : undefined;

/** Of moves: what rules may begin, and what they never do. */
export const ofMoves: Checks = {
  '1, 12: is stepped up by rule only on established uses, not withdrawn, which the move names': ({ lived }) => {
    for (const { before, event } of told(lived)) {
      if (event.type !== 'TransitionStarted' && event.type !== 'TransitionProposed') continue;
      const known = before.status === 'not-opened' ? [] : before.uses;
      const grounds = event.data.grounds.map((useId) => known.find((use) => use.useId === useId));
      expect(grounds).not.toContain(undefined);
      if (event.data.kind !== 'step-up' || event.actor.kind !== 'rule') continue;
      expect(grounds.length).toBeGreaterThan(0);
      expect(grounds.every((use) => use?.withdrawn === false)).toBe(true);
    }
  },
  'is begun downwards by rule with nothing open, unsettled or on hold, and no next dose left to arrange': ({
    lived,
  }) => {
    for (const { before, event } of told(lived)) {
      if (event.type !== 'TransitionStarted' || event.actor.kind !== 'rule') continue;
      if (event.data.kind !== 'step-down' || before.status !== 'active') continue;
      // A proposal that a person was asked about is theirs: what came since made it wait.
      if (before.transition !== undefined) continue;
      const open = before.goals.filter((goal) => goal.level === event.data.from && goal.state === 'open');
      const reason = before.stepDownConsidered?.reasonEventId;
      if (!before.assessments.some(({ eventId }) => eventId === reason)) expect(open).toEqual([]);
      expect(unsettled(before)).toEqual([]);
      expect(activeHold(before)).toBeUndefined();
      const withoutNextDose = moudTaken(before, standardFour, event.recordedAt).filter(
        ({ nextDose }) => nextDose === undefined || nextDose.at <= event.recordedAt,
      );
      expect(withoutNextDose).toEqual([]);
    }
  },
  '2: has one open move at most, and stays that follow each other without gap or overlap': ({ lived }) => {
    for (const { before, event } of told(lived)) {
      if (event.type !== 'TransitionStarted' && event.type !== 'TransitionProposed') continue;
      expect([undefined, event.data.transitionId]).toContain(openMove(before));
    }
    const { stays } = lived.opened();
    stays.forEach((stay, index) => {
      const next = stays[index + 1];
      if (next && !next.reentry) expect(stay.until).toBe(next.since);
      if (next) expect((stay.until ?? '') <= next.since).toBe(true);
      if (stay.until !== undefined) expect(stay.until >= stay.since).toBe(true);
    });
  },
  '3: stays on the ladder, and a step up leads to more support': ({ lived, programme }) => {
    const rank = (level: string): number => programme.levels[level]?.rank ?? Number.NaN;
    for (const event of lived.events) {
      if (event.type !== 'TransitionStarted') continue;
      const { kind, from, to } = event.data;
      // Beside the ladder rules lead to detox only, by its own criteria: an assessment that indicates it, and a risk.
      const besideIt = programme.levels[to]?.kind === 'withdrawal-management' ? [to] : [];
      if (event.actor.kind === 'rule') expect([...programme.ladder, ...besideIt]).toContain(to);
      if (kind === 'step-up') expect(rank(to)).toBeGreaterThan(rank(from));
      if (kind === 'step-down') expect(rank(to)).toBeLessThan(rank(from));
    }
  },
  '9: is not moved by rule while on hold, or after discharge': ({ lived }) => {
    for (const { before, event } of told(lived)) {
      if (event.actor.kind !== 'rule') continue;
      if (event.type !== 'TransitionStarted' && event.type !== 'TransitionProposed') continue;
      expect(before.status).toBe('active');
      expect(before.status === 'active' && activeHold(before)).toBeUndefined();
    }
  },
  '9: is not led to less support by rule in a crisis, nor moved by one while in hospital or jail': ({ lived }) => {
    for (const { before, event } of told(lived)) {
      if (event.actor.kind !== 'rule' || before.status !== 'active') continue;
      if (event.type !== 'TransitionStarted' && event.type !== 'TransitionProposed') continue;
      if (event.data.kind === 'step-down') expect(openCrisis(before)).toBeUndefined();
      expect(inHospitalOrJail(before)).toBeUndefined();
    }
  },
};
