import { Controller, Get, Header } from '@nestjs/common';
import { OpenToAll } from '../auth/authenticate.guard.ts';
import { Resources } from '../resources.ts';

@Controller('metrics')
@OpenToAll()
export class MetricsController {
  constructor(private readonly resources: Resources) {}

  /** Figures for Prometheus; no label holds an id. */
  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics(): Promise<string> {
    return this.resources.metrics.registry.metrics();
  }
}
