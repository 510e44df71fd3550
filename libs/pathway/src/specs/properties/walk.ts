import { plusDays, plusHours } from '../../time.ts';
import { evolve } from '../../evolve.ts';
import type { Context } from '../../decision.ts';
import { notOpened, type Journey } from '../../journey.ts';
import type { Programme } from '../../programme/programme.ts';
import { admission } from '../commands.ts';
import { Lived, type Step } from '../given.ts';
import type { Deed } from '../deeds.ts';
import { beginning } from '../journeys.ts';
import { nextVersion, settingOf } from '../settings.ts';
import { stepOf } from '../steps.ts';

/** A programme, where a journey begins, and what then happens to it. */
export interface History {
  readonly programme: string;
  readonly calendar: string;
  readonly entry: string;
  readonly deeds: readonly Deed[];
}

/** A history lived through. */
export interface Walk {
  readonly lived: Lived;
  readonly programme: Programme;
  /** The journey as it stood at rest after each deed. */
  readonly rests: readonly { readonly journey: Journey; readonly context: Context; readonly step: Step }[];
}

/** What must hold of every walk; the name begins with the numbers of pathway §10 that it is about. */
export type Checks = Readonly<Record<string, (walk: Walk) => void>>;

export function walk({ entry, deeds, ...named }: History): Walk {
  const { programme, calendar } = settingOf(named);
  const lived = new Lived({ programme, calendar, versions: [nextVersion(programme)] });
  for (const step of beginning(entry)) lived.step(step);
  let at = admission;
  const rests = deeds.map((deed) => {
    at = plusHours(at, deed.afterHours);
    lived.step({ type: 'TimePasses', until: at });
    const step = stepOf(deed, lived.journey, at);
    lived.step(step);
    return { journey: lived.journey, context: lived.context(), step };
  });
  lived.step({ type: 'TimePasses', until: plusDays(at, 60) });
  return { lived, programme, rests };
}

/** Every event with the journey as it was before. */
export function told(lived: Lived): { before: Journey; event: Lived['events'][number] }[] {
  let journey: Journey = notOpened('episode-1');
  return lived.events.map((event) => {
    const before = journey;
    journey = evolve(journey, event);
    return { before, event };
  });
}
