import { crossReacting, isomerOpen } from '../../medications/misleading-screens.ts';
import { held, notHeld, type Rule } from '../facts.ts';
import { capitalised, named } from '../words.ts';

/** The rule's name when a confirmation was asked for and did not come in time. */
export const confirmationNotReceived = 'confirmation-not-received';

/** Rule 16: a positive screen is presumptive until confirmed (ASAM 2017). Time never turns it into use. */
export const awaitingConfirmation: Rule = {
  name: 'awaiting-confirmation',
  judge: ({ specimen, result, person }) => {
    const positives = result.results.filter((one) => one.outcome === 'positive');
    if (isomerOpen(positives, specimen.collectedAt, person.medications, person.programme))
      return held('awaiting-confirmation', {
        saw: () => 'a medication explains one isomer, and the report names none',
        sentence: () =>
          `${capitalised(named(result.drugClass))}: positive, and a medication may explain it. Please ask the laboratory which isomer it is; that decides.`,
      });
    if (result.stage === 'definitive') return notHeld(() => 'definitive positive');
    const crossing = crossReacting(result.drugClass, specimen.collectedAt, person);
    const { notRequiredFor } = person.programme.confirmation;
    if (crossing === undefined && notRequiredFor.includes(result.drugClass))
      return notHeld(() => `the programme needs no confirmation for ${named(result.drugClass)}`);
    return held('awaiting-confirmation', {
      saw: () => 'presumptive positive, not confirmed',
      sentence: () =>
        `${capitalised(named(result.drugClass))}: positive on the screen, not confirmed. ${crossing === undefined ? 'A screen may mislead' : `${crossing} alone may make it positive`}, so a confirmation decides.`,
    });
  },
};

/** A screen whose confirmation did not come in time stays open: it asks for a new test. */
export const confirmationClosed: Rule = {
  name: confirmationNotReceived,
  judge: (facts) => {
    const waiting = awaitingConfirmation.judge(facts);
    if (!waiting.holds || !facts.confirmationClosed) return notHeld(() => 'no confirmation overdue');
    return held('inconclusive', {
      saw: () => `no confirmation within ${facts.person.programme.confirmation.closeAfterDays} days`,
      sentence: () => confirmationNotReceivedSentence(facts.result.drugClass),
    });
  },
};

export const confirmationNotReceivedSentence = (drugClass: Parameters<typeof named>[0]): string =>
  `${capitalised(named(drugClass))}: positive on the screen, and no confirmation came in time. Inconclusive; please test again.`;
