import { decide } from '../../decide.ts';
import { evolve } from '../../evolve.ts';
import { notOpened, type Journey } from '../../journey.ts';
import type { Checks } from './walk.ts';

/** Of facts: what they mean, told once or again. */
export const ofFacts: Checks = {
  '6, 7: has every use from a specimen that shows it or a word of the person, and no disposition that names a use which is gone':
    ({ lived }) => {
      const { specimens, uses } = lived.opened();
      const standing = uses.filter((use) => !use.withdrawn).map((use) => use.useId);
      const judgements = specimens.flatMap((specimen) => Object.values(specimen.judgements));
      expect(standing).toEqual(expect.arrayContaining(judgements.flatMap(({ useId }) => useId ?? [])));
      const shown = judgements.filter(({ disposition }) => disposition === 'unexpected-use').map(({ useId }) => useId);
      const told = uses.filter((use) => use.told !== undefined).map((use) => use.useId);
      expect([...shown, ...told]).toEqual(expect.arrayContaining(standing));
    },
  '4: is not changed by a command told again under a new id': ({ rests }) => {
    for (const { journey, context, step } of rests) {
      if (step.type === 'TimePasses') continue;
      const again = decide(journey, { ...step, commandId: `${step.commandId}-again` }, context);
      expect(again.accepted ? again.events : []).toEqual([]);
    }
  },
  '8: is what its log tells, and no journey changes once it was told': ({ lived }) => {
    // Frozen: what it was given, and whatever was given before, stays as it is.
    const folded = lived.events.reduce<Journey>(
      (journey, event) => Object.freeze(evolve(journey, event)),
      Object.freeze(notOpened('episode-1')),
    );
    expect(folded).toEqual(lived.journey);
  },
};
