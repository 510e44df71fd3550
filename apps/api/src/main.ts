import { LogUnavailable } from '@stepway/event-log';
import { createLogger, endOnSignal, endWithError, readConfiguration } from '@stepway/platform';
import { createApi } from './api.ts';
import { openResources } from './resources.ts';

const configuration = readConfiguration(process.env);
const logger = createLogger({ program: 'api', level: configuration.logLevel });
process.on('unhandledRejection', (error) => endWithError(logger, error));
const onRefused = (error: unknown) => endWithError(logger, error);
const resources = openResources({ configuration, logger, onRefused });
await resources.programmes.start().catch(onRefused);
// A database that could lose what it acknowledged is refused; one that is away is waited for, as ever.
await resources.log.assertDurable().catch((error: unknown) => {
  if (!(error instanceof LogUnavailable)) endWithError(logger, error);
});
const api = await createApi(resources);
endOnSignal({ stop: () => api.stop(), logger });
const address = await api.listen(configuration.httpPort);
logger.info({ address }, 'started');
