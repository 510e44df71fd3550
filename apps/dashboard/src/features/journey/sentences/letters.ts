export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
export const small = (text: string) => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
