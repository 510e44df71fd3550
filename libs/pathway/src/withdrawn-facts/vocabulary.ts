/** Why a fact that was recorded never was one of this person. */
export const withdrawalReasons = ['entered-in-error', 'wrong-person'] as const;
export type WithdrawalReason = (typeof withdrawalReasons)[number];
