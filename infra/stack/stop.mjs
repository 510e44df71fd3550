import { end, orphans } from '../processes.mjs';

/** What stops together, in order: first who sends work, then who does it, then what it is kept in. */
const order = [
  { graceMs: 1500, is: (name) => !programs.includes(name) && !servers.includes(name) },
  { graceMs: 5800, is: (name) => programs.includes(name) },
  { graceMs: 2500, is: (name) => servers.includes(name) },
];
export const programs = ['api', 'worker', 'relay', 'projector', 'intake'];
const servers = ['kafka', 'temporal', 'postgres'];

/**
 * Ends every program and server that runs for the stack in `dir`, in order, whoever started it: found by pid files,
 * known by pid and start time, never by name. Takes at most 10 s, usually 2.
 * @returns the names of what was ended
 */
export async function stopStack(dir) {
  const ended = [];
  for (const { graceMs, is } of order) {
    const group = orphans(dir).filter(({ name }) => name !== 'supervisor' && is(name));
    await Promise.all(group.map((record) => end(record, graceMs)));
    ended.push(...group.map(({ name }) => name));
  }
  orphans(dir); // removes the pid files of those that are gone
  return ended;
}
