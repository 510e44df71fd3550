/** The geometry of the roster while it loads. */
export const columns = [
  { id: 'person', width: 'minmax(160px, 1fr)' },
  { id: 'attendance', width: 'minmax(320px, 2fr)' },
  { id: 'result', width: 'minmax(120px, 1fr)' },
];
