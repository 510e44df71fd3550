/** What the person decides. */
export const patientDecisions = {
  agrees: 'The person agrees.',
  agreesAbout: '{{move}}: the person agrees.',
  declines: 'The person declines.',
  declinesAbout: '{{move}}: the person declines.',
  asks: 'The person asks for another level.',
  asksAbout: '{{move}}: the person asks for another level.',
  withLevel: {
    agrees: 'The person agrees ({{level}}).',
    agreesAbout: '{{move}}: the person agrees ({{level}}).',
    declines: 'The person declines ({{level}}).',
    declinesAbout: '{{move}}: the person declines ({{level}}).',
    asks: 'The person asks for another level ({{level}}).',
    asksAbout: '{{move}}: the person asks for another level ({{level}}).',
  },
} as const;
