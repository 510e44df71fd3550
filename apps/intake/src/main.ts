import { NestFactory } from '@nestjs/core';
import { createLogger, endOnSignal, endWithError, readConfiguration } from '@stepway/platform';
import { Logger } from 'nestjs-pino';
import { IntakeModule } from './intake.module.ts';

const configuration = readConfiguration(process.env);
const logger = createLogger({ program: 'intake', level: configuration.logLevel });
process.on('unhandledRejection', (error) => endWithError(logger, error));
const onRefused = (error: unknown) => endWithError(logger, error);
const intake = await IntakeModule.with({ configuration, logger, onRefused }).catch(onRefused);
const app = await NestFactory.createApplicationContext(intake, { bufferLogs: true, abortOnError: false });
app.useLogger(app.get(Logger));
endOnSignal({ stop: () => app.close(), logger });
logger.info('started');
