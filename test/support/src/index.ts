export { freshDatabase, type FreshDatabase } from './fresh-database.ts';
export { freshNamespace, type FreshNamespace } from './fresh-namespace.ts';
export { kafkaBrokers } from './kafka-brokers.ts';
