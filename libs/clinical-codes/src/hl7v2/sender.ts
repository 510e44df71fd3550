import type { Sender } from '@stepway/contracts';
import { localCodes, type LocalCodes } from '../message/local-codes.ts';

/** How the messages of one sender are read. */
export interface SenderReading {
  /** Our id of it, as the laboratory of its reports. */
  readonly senderId: string;
  /** Of times without an offset. */
  readonly timeZone: string;
  readonly codes: LocalCodes;
  /** Of an assigning authority, as the sender names it, what its numbers are. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Whether messages marked as training or debugging count. */
  readonly takesTests: boolean;
}

type Settings = Pick<Sender, 'senderId' | 'timeZone' | 'codes' | 'numbers' | 'hl7v2'>;

export const senderReading = ({ senderId, timeZone, codes, numbers, hl7v2 }: Settings): SenderReading => ({
  senderId,
  timeZone,
  codes: localCodes(codes),
  numbers: new Map(numbers.map(({ authority, as }) => [authority, as])),
  takesTests: hl7v2?.takesTests === true,
});
