import { NestFactory } from '@nestjs/core';
import { createLogger, endOnSignal, endWithError, readConfiguration } from '@stepway/platform';
import { Logger } from 'nestjs-pino';
import { ProjectorModule } from './projector.module.ts';

const configuration = readConfiguration(process.env);
const logger = createLogger({ program: 'projector', level: configuration.logLevel });
process.on('unhandledRejection', (error) => endWithError(logger, error));
const onRefused = (error: unknown) => endWithError(logger, error);
const projector = await ProjectorModule.with(configuration, logger, onRefused).catch(onRefused);
const app = await NestFactory.createApplicationContext(projector, {
  bufferLogs: true,
  abortOnError: false,
});
app.useLogger(app.get(Logger));
endOnSignal({ stop: () => app.close(), logger });
logger.info('started');
