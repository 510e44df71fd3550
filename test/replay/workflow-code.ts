import { createRequire } from 'node:module';
import { failureConverterPath } from '@stepway/platform';
import { bundleWorkflowCode } from '@temporalio/worker';

/** The workflow code as its sources are now, packed for the sandbox. */
export async function workflowCode(): Promise<string> {
  const conditionNames = ['@stepway/source', 'webpack', 'import', 'module', 'default'];
  const { code } = await bundleWorkflowCode({
    workflowsPath: createRequire(import.meta.url).resolve('@stepway/episode-of-care'),
    failureConverterPath,
    webpackConfigHook: (config) => ({ ...config, resolve: { ...config.resolve, conditionNames } }),
    logger: quiet,
  });
  return code;
}

const nothing = (): void => {};
const quiet = { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
