import { advance, due } from '../../advance.ts';
import { weeksOf } from '../../attendance/week.ts';
import { addDays, localDate, mondayOf, startOfDay } from '../../calendar.ts';
import { endedByDeath } from '../../episodes/record-death.ts';
import { fromMs, plusDays, toMs } from '../../time.ts';
import type { Checks } from './walk.ts';

/** Of time: what is owed, and when. */
export const ofTime: Checks = {
  'has closed every week that is measured and over, with the figures that its facts tell': ({ rests }) => {
    for (const { journey, context } of rests) {
      const [admission] = journey.status === 'not-opened' ? [] : journey.stays;
      if (journey.status === 'not-opened' || admission === undefined || endedByDeath(journey)) continue;
      const weekOf = weeksOf(journey, context);
      const thisWeek = mondayOf(localDate(context.now, context.calendar));
      for (let monday = mondayOf(localDate(admission.since, context.calendar)); monday < thisWeek;) {
        const { unmeasured, level, ...figures } = weekOf(monday);
        const closed = journey.attendanceWeeks.filter((week) => week.weekOf === monday);
        monday = addDays(monday, 7);
        // What an earlier version asked of a week stays; what was attended in it may become known later.
        if (startOfDay(monday, context.calendar) <= (journey.programmeSince ?? '')) {
          const { attendedMinutes, scheduledMinutes } = figures;
          expect(closed).toMatchObject(closed.map(() => ({ attendedMinutes, scheduledMinutes })));
          continue;
        }
        if (closed.length > 0 || unmeasured === undefined) expect(closed).toMatchObject([figures]);
        if (unmeasured === undefined) expect(closed[0]?.level).toBe(level);
      }
    }
  },
  'asks a person of every crisis at once, and nothing that is urgent is ever put off': ({ lived, rests }) => {
    for (const { journey } of rests) {
      if (journey.status === 'not-opened' || endedByDeath(journey)) continue;
      const asked = journey.tasks.filter(({ kind }) => kind === 'crisis').map(({ subject }) => subject);
      expect(asked).toEqual(expect.arrayContaining(journey.crises.map(({ crisisId }) => crisisId)));
    }
    const urgent = lived.events.filter(
      (event) => event.type === 'TaskSnoozed' && /crisis|overdose/.test(event.data.taskId),
    );
    expect(urgent).toEqual([]);
  },
  '10: is owed nothing at rest, nothing before its next due moment, and something at it': ({ rests }) => {
    for (const { journey, context } of rests) {
      const next = due(journey, context);
      const at = (now: string) => advance(journey, { ...context, now });
      expect(at(context.now)).toEqual([]);
      if (next === undefined) {
        expect(at(plusDays(context.now, 1000))).toEqual([]);
        continue;
      }
      const aheadMs = toMs(next.at) - toMs(context.now);
      expect(aheadMs).toBeGreaterThan(0);
      for (const part of [0.001, 0.5, 0.999])
        expect(at(fromMs(toMs(context.now) + Math.floor(part * aheadMs)))).toEqual([]);
      expect(at(next.at).length).toBeGreaterThan(0);
    }
  },
};
