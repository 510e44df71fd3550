import { searchAttributes } from '@stepway/contracts/names';
import { timeSkippingServer } from '@stepway/test-support';
import { TestWorkflowEnvironment } from '@temporalio/testing';

/** IndexedValueType of Temporal's API. */
const [keyword, dateTime] = [2, 6];

/** Temporal's test server, whose clock jumps to the next timer: months pass in seconds. */
export async function timeSkippingEnvironment(): Promise<TestWorkflowEnvironment> {
  const environment = await started(await timeSkippingServer());
  await environment.connection.operatorService.addSearchAttributes({
    namespace: 'default',
    searchAttributes: { [searchAttributes.nextDue]: dateTime, [searchAttributes.waitsFor]: keyword },
  });
  return environment;
}

/** The SDK gives the server 5 s to answer; Java on a busy machine may need another try. */
async function started(path: string, tries = 5): Promise<TestWorkflowEnvironment> {
  try {
    return await TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path } },
    });
  } catch (error) {
    if (tries === 1) throw error;
    return started(path, tries - 1);
  }
}
