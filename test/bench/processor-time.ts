import { readdirSync, readFileSync } from 'node:fs';
import type { Stack } from '@stepway/test-support';
import { ms, type Finding } from './report.ts';

/** Processor time in ms by program, this bench among them; empty where there is no /proc. */
export type ProcessorTime = ReadonlyMap<string, number>;

const tickMs = 10; // USER_HZ is 100 on every Linux that Node runs on

/**
 * What each program of a stack has used until now, with the processes it started (PostgreSQL has one for each
 * connection). It hardly depends on who else works on the machine, as rates and latencies do.
 */
export function processorTime(stack: Stack): ProcessorTime {
  const names = new Map<number, string>([[process.pid, 'load generator']]);
  for (const [name, pid] of Object.entries(stack.addresses().processes)) names.set(pid, name);
  const used = new Map<string, number>();
  for (const { pid, parent, ticks, ticksOfEnded } of processes()) {
    const own = names.get(pid);
    const name = own ?? (parent === process.pid ? undefined : names.get(parent));
    if (name === undefined) continue;
    // A connection that was closed meanwhile counts for the one that had started it.
    const all = own === undefined || pid === process.pid ? ticks : ticks + ticksOfEnded;
    used.set(name, (used.get(name) ?? 0) + all * tickMs);
  }
  return used;
}

/** What a single one of so many took of each program, since `before`; the costliest first. */
export function processorTimeOfOne(what: string, before: ProcessorTime, stack: Stack, many: number): Finding[] {
  const spent = [...processorTime(stack)].map(([name, used]) => ({
    name,
    each: (used - (before.get(name) ?? 0)) / many,
  }));
  const together = spent.reduce((sum, { each }) => sum + each, 0);
  return [
    ms(`processor time of ${what}`, together),
    ...spent.toSorted((a, b) => b.each - a.each).map(({ name, each }) => ms(`  ${name}`, each)),
  ];
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
  /** Of the processes it started that have ended. */
  readonly ticksOfEnded: number;
}

function processes(): readonly Process[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => {
      const stat = read(`/proc/${entry}/stat`);
      // After the name, which may hold anything: state, parent, …, then user and system time, its own and of the ended.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const [, parent] = fields;
      if (parent === undefined) return [];
      const sum = (first: number): number => Number(fields[first]) + Number(fields[first + 1]);
      return [{ pid: Number(entry), parent: Number(parent), ticks: sum(11), ticksOfEnded: sum(13) }];
    });
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // it has ended meanwhile
  }
}
