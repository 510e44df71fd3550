import { asamCodes } from '@stepway/pathway';
import { levelsOf, type Check } from './check.ts';

/** No level stands for no service at all. */
const codes = { 3: asamCodes[3].filter(isService), 4: asamCodes[4].filter(isService) };
function isService(code: string): boolean {
  return code !== '0';
}
const ordinal = { 3: '3rd', 4: '4th' } as const;
/** Co-occurring enhanced; biomedically enhanced. */
const enhanced = / (?:COE|BIO)$/;

/** A code belongs to the edition under which it stands. */
export const codesOfTheirEdition: Check = (programme, fault) => {
  for (const [id, { asam, admits }] of levelsOf(programme))
    asam.forEach(({ edition, code }, at) => {
      const other = edition === 3 ? 4 : 3;
      const is = (known: string) => known === code.replace(enhanced, '');
      const path = ['levels', id, 'asam', at, 'code'];
      if (!codes[edition].some(is))
        fault(
          path,
          codes[other].some(is)
            ? `'${code}' is a code of the ${ordinal[other]} edition, not of the ${ordinal[edition]}`
            : `'${code}' is not a code of the ${ordinal[edition]} edition`,
        );
      else if (code === '3.3' && admits.includes('adolescent'))
        fault(path, "'3.3' is for adults only, but the level admits adolescents");
    });
};
