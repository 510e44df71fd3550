import { createLogger, endOnSignal, endWithError, readConfiguration } from '@stepway/platform';
import { createApi } from './api.ts';
import { openResources } from './resources.ts';

const configuration = readConfiguration(process.env);
const logger = createLogger({ program: 'api', level: configuration.logLevel });
process.on('unhandledRejection', (error) => endWithError(logger, error));
const api = await createApi(openResources({ configuration, logger }));
endOnSignal({ stop: () => api.stop(), logger });
const address = await api.listen(configuration.httpPort);
logger.info({ address }, 'started');
