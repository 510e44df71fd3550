import { DefaultFailureConverter } from '@temporalio/common';

// Loaded by path, by the client, the worker and the workflow bundle: it must import nothing of Node.
/** Puts messages and stacks of failures into the payload, where the codec seals them; Temporal keeps them plain otherwise. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
