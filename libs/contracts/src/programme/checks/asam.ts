import { levelsOf, type Check } from './check.ts';

/** Numbers express intensity; the same digits mean another thing in the other edition (clinical-reference §2). */
const codes = {
  3: ['0.5', '1', '1-OTP', '2.1', '2.5', '3.1', '3.3', '3.5', '3.7', '4', '1-WM', '2-WM', '3.2-WM', '3.7-WM', '4-WM'],
  4: ['1.0', '1.5', '1.7', '2.1', '2.5', '2.7', '3.1', '3.5', '3.7', '4'],
} as const;
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
