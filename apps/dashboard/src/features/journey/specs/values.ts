export const at = '2026-11-20T14:10:00.000Z';
export const sealed = { sealed: 'k1.nonce.text' };
export const move = { transitionId: 't1', kind: 'step-up', from: 'iop', to: 'residential' };
export const programme = { id: 'standard-four', version: 1 };
