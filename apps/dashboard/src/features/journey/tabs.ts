export const tabs = [
  { id: 'overview', words: 'Overview' },
  { id: 'screens', words: 'Screens' },
  { id: 'decisions', words: 'Decisions' },
  { id: 'facts', words: 'All facts' },
] as const;

export type Tab = (typeof tabs)[number]['id'];

/** The tab of an address; anything unknown is the overview. */
export const tabOf = (text: string | undefined): Tab => tabs.find(({ id }) => id === text)?.id ?? 'overview';
