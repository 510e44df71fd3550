import { collectDefaultMetrics, Registry } from 'prom-client';

/**
 * A registry with the figures of the process itself (memory, event loop, handles). Labels are codes of small sets,
 * never ids: a label value lives as long as the process.
 */
export function createMetrics(program: string): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ program });
  collectDefaultMetrics({ register: registry, prefix: 'stepway_' });
  return registry;
}
