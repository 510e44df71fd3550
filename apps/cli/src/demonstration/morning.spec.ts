import { commandOf, JourneyInMemory, plusDays, type Active, type Journey } from '@stepway/pathway';
import { programmesDir, readProgrammes } from '@stepway/platform';
import { sealCommand } from '@stepway/privacy';
import { programmeAsked } from '../simulate/programme-asked.ts';
import { morning } from './morning.ts';

const programmes = readProgrammes(programmesDir({}));
const programme = programmeAsked('standard-four', programmes);
const [calendar] = programmes.sites;
if (calendar === undefined) throw new Error('There is no site');
const now = '2026-11-26T13:00:00.000Z';

const journeys = new Map<string, Journey>();
for (const { key, plans, react = () => [] } of morning(now, programme, calendar.siteId)) {
  const waiting = [...plans];
  const care = new JourneyInMemory(key, { programme, calendar }, (appended) =>
    waiting.push(...appended.flatMap(react)),
  );
  const next = () => waiting.toSorted((a, b) => (a.at < b.at ? -1 : 1)).find(({ at }) => at <= now);
  for (let plan = next(); plan !== undefined; plan = next()) {
    const { at, key: planKey, actor, wish } = plan;
    const due = care.due();
    // What falls due before it may lead somebody to act earlier.
    if (due !== undefined && due.at < at) {
      care.rest(due.at);
      continue;
    }
    waiting.splice(waiting.indexOf(plan), 1);
    const command = commandOf(wish.type, wish.fields, {
      ...{ commandId: planKey, actor, occurredAt: at },
      ...(wish.reason !== undefined && { reason: wish.reason }),
    });
    care.rest(at);
    const rejection = care.decide(
      sealCommand(
        command,
        (_text, field) => ({ sealed: field }),
        (...parts) => parts.join(),
      ),
    );
    if (rejection !== undefined) throw new Error(`${key}, ${wish.type}: ${rejection.type}`);
  }
  care.rest(now);
  journeys.set(key, care.journey);
}

function active(key: string): Active {
  const journey = journeys.get(key);
  if (journey?.status !== 'active') throw new Error(`${key} is not in care`);
  return journey;
}
const daysAgo = (days: number): string => plusDays(now, -days);
const openTasks = (key: string) => active(key).tasks.flatMap(({ kind, state }) => (state === 'open' ? [kind] : []));

describe('the morning of the simulated clinic', () => {
  it('begins with a crisis that nobody has acknowledged, and a proposal that waits for somebody', () => {
    expect(openTasks('crisis')).toContain('crisis');
    expect(active('proposal').transition?.state).toBe('proposed');
  });

  it('has people who left one level and were not yet seen at the next, some after their deadline', () => {
    const dueOf = (key: string) => {
      const { transition } = active(key);
      return transition?.state === 'started' ? transition.handOffDueAt < now : undefined;
    };
    expect(['overdue', 'soon', 'later', 'from-residential'].map(dueOf)).toEqual([true, false, false, false]);
  });

  it('leaves nothing undone for days that a clinic does every day', () => {
    const overdue = [...journeys].flatMap(([key, { status }]) =>
      status !== 'active' ? [] : active(key).tasks.filter(({ state, dueAt }) => state === 'open' && dueAt < daysAgo(4)),
    );
    expect(overdue.map(({ kind, dueAt }) => `${kind} ${dueAt}`)).toEqual([]);
  });

  it('has people who wait for a place', () => {
    const waiting = [...journeys].flatMap(([key, { status }]) => (status === 'referred' ? [key] : []));
    expect(waiting).toEqual(['waits-pregnant', 'waits-injecting', 'waits']);
  });
});
