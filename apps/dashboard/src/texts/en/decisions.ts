/**
 * What was considered about a move, said from its coded data: outcome, rules. In English people read the sentence of
 * the record, which has the values as well; these are what another language is translated from.
 */
export const decisions = {
  stepUp: {
    started: 'New use: more support begins.',
    proposed: 'New use: more support is proposed to a person.',
    joined: 'New use: it joins a move that is under way or was made since.',
    nothing: 'New use: fewer uses than those from which the programme offers more support.',
    task: 'New use: it moves no one by itself; a person looks at it.',
  },
  /** By the first rule that did not hold. */
  stepUpBecause: {
    'no-open-crisis': 'New use: more support is proposed to a person, because a crisis comes first.',
    'no-assessment-for-this-level':
      'New use: more support is proposed to a person, because an assessment that knew the result indicates the present level.',
    'reported-in-time':
      'New use: more support is proposed to a person, because the result became known long after collection.',
    'not-held-before':
      'New use: more support is proposed to a person, because automatic moves were paused when it was found.',
    'mode-automatic': 'New use: the programme proposes more support to a person in such a case.',
    'in-care': 'New use: it moves no one by itself, because the person is not in care now; a clinician looks at it.',
    'collected-since-admission':
      'New use: it moves no one by itself, because it was collected before admission; a clinician looks at it.',
    'no-discharge-since-collection':
      'New use: it moves no one by itself, because the person left care since and came back; a clinician looks at it.',
    'not-cleared-before-this-stay':
      'New use: it moves no one by itself, because it became known late, and a later specimen was negative; a clinician looks at it.',
    'not-in-hospital-or-jail': 'New use: the person is away in hospital or jail; a reassessment is asked for.',
    'moves-by-rule': 'New use: the programme leaves what follows to a person; a reassessment is asked for.',
    'withdrawal-risk': 'New use: the move needs a sign of withdrawal risk; a check or a reassessment is asked for.',
    'no-opioid-withdrawal-in-pregnancy':
      'New use: no rule leads to withdrawal from opioids in pregnancy; a reassessment is asked for.',
    'target-is-indicated': 'New use: the move needs an assessment that indicates it; a reassessment is asked for.',
    'level-can-step-up': 'New use: rules may move to no level from here; a reassessment is asked for.',
    'no-hold': 'New use: automatic moves are paused; it is considered again when the pause ends.',
  },
  stepDown: {
    started: 'Less support begins.',
    proposed: 'Less support is proposed to a person.',
    nothing: 'Less support was considered; a person decided that the present level goes on.',
    task: 'Less support was considered and waits; not met yet: {{rules}}.',
  },
  reversal: {
    proposed: 'What a move stood on no longer stands: to go back is proposed to a person.',
    task: 'What a move stood on no longer stands: nothing is reversed by itself; a person looks at it.',
  },
  recommended: 'Indicated level {{code}} (ASAM Criteria, {{edition}} edition): {{because}}.',
  recommendedHere: 'Indicated level {{code}} (ASAM Criteria, {{edition}} edition), here {{level}}: {{because}}.',
  noDimensionAsksForMore: 'no dimension asks for more',
  byDimensions: 'by dimension {{dimensions}}',
} as const;
