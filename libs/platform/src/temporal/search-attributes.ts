import type { Connection } from '@temporalio/client';
import { searchAttributes } from '@stepway/contracts/names';
import root from '@temporalio/proto'; // CommonJS whose names Node cannot see

const { INDEXED_VALUE_TYPE_DATETIME, INDEXED_VALUE_TYPE_KEYWORD } = root.temporal.api.enums.v1.IndexedValueType;
const types: Readonly<Record<string, number>> = {
  [searchAttributes.nextDue]: INDEXED_VALUE_TYPE_DATETIME,
  [searchAttributes.waitsFor]: INDEXED_VALUE_TYPE_KEYWORD,
};

/**
 * Registers what journeys show of themselves, where it is missing: a workflow that sets an unknown attribute would stand
 * still. On Temporal Cloud it rejects: there they are made by hand.
 */
export async function ensureSearchAttributes(
  { operatorService }: Pick<Connection, 'operatorService'>,
  namespace: string,
): Promise<void> {
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(types).filter(([name]) => customAttributes[name] === undefined);
  if (missing.length === 0) return;
  await operatorService.addSearchAttributes({ namespace, searchAttributes: Object.fromEntries(missing) });
}
