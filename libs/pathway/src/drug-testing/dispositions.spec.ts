import {
  admission,
  admitted,
  day,
  definitive,
  inCareAt,
  opened,
  presumptive,
  reviewed,
  stopsTaking,
  takes,
} from '../specs/commands.ts';
import { confirmationRequested, disposed, taskOpened, useEstablished } from '../specs/events.ts';
import { given } from '../specs/given.ts';

describe('a drug-test result for a person in IOP', () => {
  const inIop = inCareAt('iop');

  it('is a new use when it is definitive and nothing explains it', () => {
    given(inIop)
      .when(definitive([['cocaine', 'positive']]))
      .thenIncludes(
        disposed('unexpected-use', { drugClass: 'cocaine', rule: 'unexpected-use' }),
        useEstablished('cocaine'),
      );
  });
});
