import { writeFile } from 'node:fs/promises';
import { DefaultLogger } from '@temporalio/worker';
import { bundleWorkflows, workflowBundlePath } from './journeys/workflow-bundle.ts';

// Part of the build: a Node built-in in workflow code fails here, not in the night.
const { code } = await bundleWorkflows({ logger: new DefaultLogger('WARN') });
await writeFile(workflowBundlePath, code);
