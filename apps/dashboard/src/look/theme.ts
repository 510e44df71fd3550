import { Checkbox, createTheme, defaultVariantColorsResolver, Menu, Modal, MultiSelect, Select } from '@mantine/core';

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 1 },
  autoContrast: true,
  respectReducedMotion: true,
  cursorType: 'pointer',
  colors: {
    ink: ['#f3f5f8', '#e6e9ee', '#cfd5de', '#aeb7c4', '#87919f', '#657080', '#4b5563', '#353e4b', '#222a35', '#141a22'],
    dark: [
      '#e7eaef',
      '#c3cad4',
      '#a3acb9',
      '#8b95a3',
      '#3a434f',
      '#2b323c',
      '#22282f',
      '#191e24',
      '#12161b',
      '#0d1014',
    ],
  },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '22px', xl: '26px' },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '14px' },
  defaultRadius: 'md',
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  focusRing: 'auto',
  variantColorResolver(input) {
    const found = defaultVariantColorsResolver(input);
    // Mantine finds the text's colour for the light scheme only; ours turns with the scheme.
    return input.variant === 'filled' && (input.color ?? 'ink') === 'ink'
      ? { ...found, color: 'var(--sw-on-ink)' }
      : found;
  },
  components: {
    // A list opens when it is asked for, not because the focus came by.
    Select: Select.extend({ defaultProps: { openOnFocus: false } }),
    MultiSelect: MultiSelect.extend({ defaultProps: { openOnFocus: false } }),
    Checkbox: Checkbox.extend({ defaultProps: { iconColor: 'var(--sw-on-ink)' } }),
    // A dialog's <header> would count as a second banner of the page.
    Modal: Modal.extend({ defaultProps: { attributes: { header: { role: 'presentation' } } } }),
    // Inside its landmark, and with nothing in it but its items.
    Menu: Menu.extend({ defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } }),
  },
});
