import { unknownLevel } from '../../marks/levels.ts';
import { speak } from '../../texts/texts.ts';
import { toldDifference } from './replay-words.ts';

const looks = [{ ...unknownLevel('residential'), title: 'Residential' }];
const none = { own: [], proposed: [] };

describe('a difference that another version makes', () => {
  it('is told in words, not in codes', async () => {
    await speak('en');
    expect(
      toldDifference(
        {
          ...{ about: 'step-up', own: 'started, to residential', proposed: 'nothing', people: 4 },
          rules: { own: [], proposed: ['no-hold'] },
        },
        looks,
      ),
    ).toEqual({
      what: 'More support',
      was: 'Started, to residential',
      would: 'Does not begin',
      because: 'then against it: automatic moves are not paused',
    });
    expect(
      toldDifference(
        { about: 'drug-test', own: 'unexpected-use', proposed: 'residual', people: 1, rules: none },
        looks,
      ),
    ).toMatchObject({ what: 'Result', was: 'Unexpected positive, treated as new use', because: '' });
    expect(
      toldDifference(
        { about: 'task', own: 'stay-review', proposed: 'asked for more often', people: 2, rules: none },
        looks,
      ),
    ).toEqual({ what: 'Review the stay', was: 'As it was', would: 'More often', because: '' });
  });

  it('is told in the language of the page', async () => {
    await speak('es');
    expect(
      toldDifference(
        { about: 'step-down', own: 'waits', proposed: 'to residential, proposed', people: 2, rules: none },
        looks,
      ),
    ).toMatchObject({ was: 'Espera', would: 'A residential, propuesto' });
    await speak('en');
  });
});
