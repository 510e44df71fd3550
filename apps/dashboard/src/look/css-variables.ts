import type { CSSVariablesResolver } from '@mantine/core';
import { attention, colours, levelRamp, onCrisis, type Scheme } from './tokens.ts';

const kebab = (name: string) => name.replace(/[A-Z0-9]/g, (letter) => `-${letter.toLowerCase()}`);

function variablesOf(scheme: Scheme): Record<string, string> {
  const own = Object.entries(colours[scheme]).map(([name, value]) => [`--sw-${kebab(name)}`, value]);
  const warm = Object.entries(attention[scheme]).flatMap(([form, parts]) =>
    Object.entries(parts).map(([part, value]) => [`--sw-${form}-${part}`, value]),
  );
  const levels = levelRamp[scheme].map((value, at) => [`--sw-level-${at + 1}`, value]);
  const { surface, text, text3, line2, rowHover, link } = colours[scheme];
  return {
    ...Object.fromEntries([...own, ...warm, ...levels]),
    '--sw-on-crisis': onCrisis[scheme],
    '--mantine-color-body': surface,
    '--mantine-color-text': text,
    '--mantine-color-dimmed': text3,
    '--mantine-color-placeholder': text3,
    '--mantine-color-anchor': link,
    '--mantine-color-error': attention[scheme].crisis.text,
    '--mantine-color-default': surface,
    '--mantine-color-default-hover': rowHover,
    '--mantine-color-default-color': text,
    '--mantine-color-default-border': line2,
  };
}

/** The tokens as variables of the page: `--sw-surface-2`, `--sw-overdue-tint`, `--sw-level-3`. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: variablesOf('light'),
  dark: variablesOf('dark'),
});
