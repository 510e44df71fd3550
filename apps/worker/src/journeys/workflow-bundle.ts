import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { failureConverterPath } from '@stepway/platform';
import { bundleWorkflowCode, type BundleOptions, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

/** Where the build leaves the workflow code, beside the compiled worker. */
export const workflowBundlePath = fileURLToPath(new URL('../workflow-bundle.js', import.meta.url));

/** Packs the workflow code for Temporal's sandbox, with the converter that client and worker use too. */
export function bundleWorkflows(options: Partial<BundleOptions> = {}): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({
    workflowsPath: createRequire(import.meta.url).resolve('@stepway/episode-of-care'),
    failureConverterPath,
    ...options,
  });
}
