import { NestFactory } from '@nestjs/core';
import { createLogger, endOnSignal, endWithError, readConfiguration } from '@stepway/platform';
import { Logger } from 'nestjs-pino';
import { Connections } from './connections.ts';
import { workflowBundlePath } from './journeys/workflow-bundle.ts';
import { installRuntime } from './temporal-runtime.ts';
import { WorkerModule } from './worker.module.ts';

const configuration = readConfiguration(process.env);
const logger = createLogger({ program: 'worker', level: configuration.logLevel });
process.on('unhandledRejection', (error) => endWithError(logger, error));
installRuntime(logger);
const workflowBundle = { codePath: workflowBundlePath };
const onRefused = (error: unknown) => endWithError(logger, error);
const worker = await WorkerModule.with({ configuration, logger, workflowBundle, onRefused }).catch(onRefused);
const app = await NestFactory.createApplicationContext(worker, {
  bufferLogs: true,
  abortOnError: false,
});
app.useLogger(app.get(Logger));
endOnSignal({ stop: () => app.close(), logger });
await app.get(Connections).assertDurable();
logger.info('started');
