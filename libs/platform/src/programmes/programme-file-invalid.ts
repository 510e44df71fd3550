import type { FieldFault } from '@stepway/contracts';

/** A programme or a file of sites breaks its own rules; the paths say where. */
export class ProgrammeFileInvalid extends Error {
  readonly code = 'PROGRAMME_FILE_INVALID';
  constructor(file: string, faults: readonly FieldFault[], options?: ErrorOptions) {
    super([`${file} cannot be used:`, ...faults.map(faultLine)].join('\n'), options);
    this.name = 'ProgrammeFileInvalid';
  }
}

const faultLine = ({ pointer, message }: FieldFault): string => `  ${pointer === '' ? '' : `${pointer}: `}${message}`;
