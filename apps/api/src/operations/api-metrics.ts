import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** What the API counts. Labels are codes of small sets, never ids. */
export interface ApiMetrics {
  readonly registry: Registry;
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  readonly commands: Counter<'command' | 'outcome'>;
  readonly conflicts: Counter;
  readonly touches: Counter<'outcome'>;
  readonly readLag: Gauge;
  readonly runLag: Gauge;
  readonly parked: Gauge;
  readonly oldestWriter: Gauge;
  readonly liveStreams: Gauge;
}

export function createApiMetrics(registry: Registry): ApiMetrics {
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'stepway_http_request_seconds',
      help: 'Time from the request to the end of the answer',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    commands: new Counter({
      name: 'stepway_commands_total',
      help: 'Commands by what came of them',
      labelNames: ['command', 'outcome'],
      registers,
    }),
    conflicts: new Counter({ name: 'stepway_append_conflicts_total', help: 'Another writer was first', registers }),
    touches: new Counter({
      name: 'stepway_touches_total',
      help: 'Signals to workflows after a commit',
      labelNames: ['outcome'],
      registers,
    }),
    readLag: new Gauge({
      name: 'stepway_read_lag_seconds',
      help: 'Age of the oldest fact not on the board',
      registers,
    }),
    runLag: new Gauge({ name: 'stepway_run_lag_seconds', help: 'Age of the oldest run owed', registers }),
    parked: new Gauge({
      name: 'stepway_parked_journeys',
      help: 'Journeys that the read models cannot take; stepway verify names them',
      registers,
    }),
    oldestWriter: new Gauge({
      name: 'stepway_oldest_writer_seconds',
      help: 'Age of the oldest open writing transaction: what stalls the readers of the whole log',
      registers,
    }),
    liveStreams: new Gauge({ name: 'stepway_live_streams', help: 'Open streams of live updates', registers }),
  };
}
