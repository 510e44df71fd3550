/** Lengths of time and where they lie beside now. */
export const time = {
  underAMinute: 'under 1 min',
  left: '{{length}} left',
  over: '{{length}} over',
  in: 'in {{length}}',
  ago: '{{length}} ago',
} as const;
