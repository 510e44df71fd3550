import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** What a figure depends on, beside the program. */
export interface Machine {
  readonly at: string;
  readonly processors: number;
  readonly model: string;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  /** Of the last minute, at this moment: above 1 before a bench, others work here too and figures say little. */
  readonly load: number;
}

export function machine(): Machine {
  const [load = Number.NaN] = loadavg();
  return {
    at: new Date().toISOString(),
    processors: cpus().length,
    model: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
    load: Math.round(load * 100) / 100,
  };
}

export const machineSentence = ({ processors, model, memoryGb, system, node, load }: Machine): string =>
  `${processors} × ${model}, ${memoryGb} GB, ${system}, Node ${node}; load before: ${load}${load > 1 ? ' (others work here too: trust the ratios, not the rates)' : ''}`;
