export { durableDatabase } from './durable-database.ts';
export { freePort } from './free-port.ts';
export { freshDatabase, type FreshDatabase } from './fresh-database.ts';
export { freshFolder } from './fresh-folder.ts';
export { freshNamespace, type FreshNamespace } from './fresh-namespace.ts';
export { insideAddresses, insideHosts } from './inside-spellings.ts';
export { plainClient, testKafka, type TestKafka } from './test-kafka.ts';
export { startStack, type ProcessName, type Stack, type StackAddresses } from './stack.ts';
export { timeSkippingServer } from './time-skipping-server.ts';
