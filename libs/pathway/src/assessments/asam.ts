import type { AsamCode } from '../programme/level.ts';
import type { Edition } from './vocabulary.ts';

/**
 * The codes of each edition, least intensive first. They say intensity, not difficulty, and a code of the 4th edition is
 * not the one of the 3rd with the same digits: the two never mix. `0` asks for no service.
 */
export const asamCodes: Readonly<Record<Edition, readonly string[]>> = {
  3: [
    '0',
    '0.5',
    '1',
    '1-OTP',
    '1-WM',
    '2.1',
    '2-WM',
    '2.5',
    '3.1',
    '3.2-WM',
    '3.3',
    '3.5',
    '3.7',
    '3.7-WM',
    '4',
    '4-WM',
  ],
  4: ['0', '1.0', '1.5', '1.7', '2.1', '2.5', '2.7', '3.1', '3.5', '3.7', '4'],
};

/** 4th edition: co-occurring enhanced (every programme is at least capable of it), biomedically enhanced. */
const suffix = / (?:COE|BIO)$/;

export const isEnhanced = (code: string): boolean => code.endsWith(' COE');
export const withoutSuffix = (code: string): string => code.replace(suffix, '');
export const enhanced = (code: string): string => (isEnhanced(code) ? code : `${withoutSuffix(code)} COE`);

/** x.7 and 4 of the 4th edition: a physician leads. */
export function isMedicallyManaged(code: string): boolean {
  const level = withoutSuffix(code);
  return level === '4' || level.endsWith('.7');
}

/** The broad level of a code: outpatient, intensive, residential, inpatient. */
export const broadLevel = (code: string): string => code.charAt(0);

/** Services for withdrawal stand beside the levels in the 3rd edition: neither takes the place of the other. */
export const isWithdrawalManagement = (code: string): boolean => code.endsWith('-WM');

export const isCode = (edition: Edition, code: string): boolean =>
  asamCodes[edition].includes(edition === 4 ? withoutSuffix(code) : code);

/** How intensive, as a place in its edition's order; enhanced is a little more than not. */
export function intensity({ edition, code }: AsamCode): number {
  const place = asamCodes[edition].indexOf(withoutSuffix(code));
  return suffix.test(code) ? place + 0.5 : place;
}
