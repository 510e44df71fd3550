/** Stands for everything that could tell who somebody is, or what they said. Found nowhere else in the world. */
export const canary = 'Zanarywidgeon';
export const field = (name: string): string => `${canary} ${name}`;
