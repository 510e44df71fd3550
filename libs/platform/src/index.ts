export {
  ConfigurationInvalid,
  publicAddress,
  readConfiguration,
  type Configuration,
  type LogLevel,
  type SessionLimits,
} from './configuration.ts';
export { createPool, type PoolOptions } from './database.ts';
export { createDirectory, type Directory, type StaffEntry } from './directory/directory.ts';
export { describeError, type ErrorDescription } from './error-description.ts';
export { postgresDependency, readiness, type Dependency, type Readiness } from './health.ts';
export { createKeys, KeysUnreadable, readKeys, type Jwk, type KeyRing, type Keys, type NamedKey } from './keys.ts';
export { endOnSignal, endWithError, type Lifetime } from './lifetime.ts';
export { createLogger, type Logger, type LoggerOptions } from './logger.ts';
export { reachOutside, TooSlow, type OutsideOptions } from './outside/connection.ts';
export { fetchDocument } from './outside/fetch-document.ts';
export { publicReach, TargetRefused } from './outside/target.ts';
export { createMetrics } from './metrics.ts';
export { createTemporalClient, temporalDependency, type TemporalOptions } from './temporal/client.ts';
export { createDataConverter, failureConverterPath } from './temporal/data-converter.ts';
export { createPayloadCodec } from './temporal/payload-codec.ts';
export { ensureSearchAttributes } from './temporal/search-attributes.ts';
export { reconcile, type Reconciled, type ReconcileOptions } from './temporal/reconcile.ts';
export { createTouch, type Touch } from './temporal/touch.ts';
export { ProgrammeChanged } from './programmes/programme-changed.ts';
export { ProgrammeFileInvalid } from './programmes/programme-file-invalid.ts';
export { programmesDir, readProgrammes } from './programmes/programme-files.ts';
export { NotPublished, programmesOf, type Placed, type Programmes } from './programmes/programmes.ts';
export {
  publishedProgrammes,
  type Publication,
  type PublishedOptions,
  type PublishedProgrammes,
} from './programmes/published-programmes.ts';
export { type PublishedVersion } from './programmes/published-versions.ts';
export { createSignInCode, newSecret, secretHash, signInMinutes } from './sign-in.ts';
export { type SignInProvider } from './sign-in-settings.ts';
export { isLoopback } from './mllp-settings.ts';
