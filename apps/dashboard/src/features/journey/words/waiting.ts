import type { DataOf, Values, Words } from '../care-events.ts';

export const waitingPriorityWords: Words<Values<'EpisodeWaitlisted', 'priority'>> = {
  'pregnant-injecting': 'pregnant, and injects drugs',
  pregnant: 'pregnant',
  injecting: 'injects drugs',
  other: 'in the order of requests',
};

export const interimServiceWords: Words<DataOf<'InterimServiceRecorded'>['services'][number]> = {
  'hiv-tb-counselling': 'counselling about HIV and tuberculosis',
  'hiv-tb-referral': 'referral for HIV and tuberculosis',
  'needle-and-partner-risk-education': 'what is known about risks to partners and of sharing needles',
  'prenatal-effects-education': 'what is known about effects on an unborn child',
  'prenatal-care-referral': 'referral to prenatal care',
  'naloxone-and-overdose-education': 'naloxone, and how an overdose is met',
  'interim-medication': 'interim medication',
  'peer-support': 'peer support',
};
