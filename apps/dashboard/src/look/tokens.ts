/**
 * The colours of the dashboard, for both schemes: the one place that knows them.
 * Style sheets read them as variables (css-variables.ts); pictures read this module, keyed by scheme,
 * never the page: a child mounts before the provider has set the scheme.
 */
export type Scheme = 'light' | 'dark';

export const colours = {
  light: {
    bg: '#f6f7f9',
    surface: '#ffffff',
    surface2: '#f9fafb',
    surface3: '#eff1f4',
    line: '#e4e7ec',
    line2: '#cdd3dc',
    control: '#858e9c',
    text: '#161b22',
    text2: '#454e5b',
    text3: '#5d6675',
    ink: '#222a35',
    onInk: '#ffffff',
    asOf: '#222a35',
    link: '#1a57b5',
    focus: '#1d5fd6',
    rowHover: '#f4f6f8',
    rowSelected: '#eaf1fd',
    screenPos: '#2d3542',
    screenNeg: '#dfe4ea',
  },
  dark: {
    bg: '#0f1317',
    surface: '#161b20',
    surface2: '#1a1f25',
    surface3: '#232931',
    line: '#272e37',
    line2: '#3d4652',
    control: '#697484',
    text: '#e7eaef',
    text2: '#bcc4cf',
    text3: '#98a2b0',
    ink: '#e6e9ee',
    onInk: '#141a22',
    asOf: '#aeb7c4',
    link: '#8fbcff',
    focus: '#6ea8ff',
    rowHover: '#1c2228',
    rowSelected: '#1a2a44',
    screenPos: '#d4dae2',
    screenNeg: '#2e363f',
  },
} as const satisfies Record<Scheme, Record<string, string>>;

/** What asks for a person. Warm means: somebody must act. Only a crisis is filled. */
export const attention = {
  light: {
    crisis: { text: '#a2163c', tint: '#ffeef1', line: '#f6b9c4', solid: '#c2204b' },
    overdue: { text: '#8f3d04', tint: '#fff1e8', line: '#eec0a3', solid: '#b44d07' },
    proposal: { text: '#6b5600', tint: '#faf4e0', line: '#b99d3c', solid: '#8a7000' },
    hold: { text: '#4d5663', tint: '#eff1f4', line: '#b6bec9', solid: '#667080' },
    met: { text: '#256339', tint: '#ebf6ed', line: '#b1d7b8', solid: '#34804a' },
  },
  dark: {
    crisis: { text: '#ffa9b5', tint: '#3d1a22', line: '#7d3546', solid: '#ff7088' },
    overdue: { text: '#f8b48c', tint: '#372113', line: '#6e4022', solid: '#e08449' },
    proposal: { text: '#e2c977', tint: '#2d2711', line: '#7d6a2c', solid: '#c3a548' },
    hold: { text: '#c0c8d2', tint: '#242a31', line: '#4b5561', solid: '#97a1ae' },
    met: { text: '#a5d6ae', tint: '#1a2b1e', line: '#37573e', solid: '#6eb07c' },
  },
} as const satisfies Record<Scheme, Record<string, Record<'text' | 'tint' | 'line' | 'solid', string>>>;

/** Text on a filled crisis chip. */
export const onCrisis = { light: '#ffffff', dark: '#25060d' } as const satisfies Record<Scheme, string>;

/** Eight steps, from least to most support: hue goes from teal to violet, lightness falls (in dark: rises). */
export const levelRamp = {
  light: ['#479f99', '#2191a5', '#0085a7', '#0071a9', '#225ca4', '#384697', '#433184', '#471b6d'],
  dark: ['#26777a', '#25808f', '#3a8eb0', '#579ad0', '#7ea5e7', '#a6b0f5', '#cabcfe', '#e8ccff'],
} as const satisfies Record<Scheme, readonly string[]>;

/** The step (1–8) of level `index` of `count`, ranked from least support (0) to most. Four levels take 1, 3, 6, 8. */
export const levelStep = (index: number, count: number): number =>
  count < 2 ? 8 : Math.round((index * 7) / (count - 1)) + 1;
