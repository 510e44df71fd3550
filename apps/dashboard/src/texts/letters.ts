/** "Residential" → "residential", "IOP" stays: how a title or a sentence stands inside of another. */
export const small = (text: string): string =>
  /^[¿¡]?\p{Lu}\p{Ll}/u.test(text) ? text.replace(/\p{Lu}/u, (letter) => letter.toLowerCase()) : text;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
