export const tabs = ['overview', 'screens', 'goals', 'instruments', 'tasks', 'decisions', 'consents', 'facts'] as const;

export type Tab = (typeof tabs)[number];

/** The tab of an address; anything unknown is the overview. */
export const tabOf = (text: string | undefined): Tab => tabs.find((tab) => tab === text) ?? 'overview';
