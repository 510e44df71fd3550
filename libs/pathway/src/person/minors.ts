/** What State law says of the treatment of minors (42 CFR 2.14). */
export interface MinorsRule {
  /** From this age a minor may consent to treatment, and then alone decides on every disclosure. */
  readonly mayConsentFromYears?: number;
  /** Without that, both the minor and a parent sign a disclosure. */
  readonly parentalConsent: 'required' | 'not-required';
}
