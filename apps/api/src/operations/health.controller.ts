import { Controller, Get } from '@nestjs/common';
import { HealthCheck, HealthCheckService, HealthIndicatorService, type HealthCheckResult } from '@nestjs/terminus';
import { postgresDependency, readiness } from '@stepway/platform';
import { OpenToAll } from '../auth/authenticate.guard.ts';
import { Resources } from '../resources.ts';

@Controller('health')
@OpenToAll()
export class HealthController {
  constructor(
    private readonly resources: Resources,
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
  ) {}

  /** The process answers; it asks nothing else. */
  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Without PostgreSQL nothing can be recorded. Without Temporal or Kafka it can: they are not asked. */
  @Get('ready')
  @HealthCheck()
  ready(): Promise<HealthCheckResult> {
    return this.health.check([
      async () => {
        const indicator = this.indicators.check('postgres');
        const { ready } = await readiness([postgresDependency(this.resources.pool)]);
        return ready ? indicator.up() : indicator.down();
      },
    ]);
  }
}
