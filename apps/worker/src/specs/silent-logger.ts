import { createLogger } from '@stepway/platform';

export const silentLogger = createLogger({ program: 'spec', level: 'silent' });
