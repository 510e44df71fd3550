import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { bundleWorkflows } from '../journeys/workflow-bundle.ts';

/** For specs: of the sources as they are, so never stale. */
export function bundleFromSource(): Promise<WorkflowBundleWithSourceMap> {
  const conditionNames = ['@stepway/source', 'webpack', 'import', 'module', 'default'];
  return bundleWorkflows({
    webpackConfigHook: (config) => ({ ...config, resolve: { ...config.resolve, conditionNames } }),
    logger: quiet,
  });
}

const nothing = (): void => {};
const quiet = { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
