import i18next from 'i18next';
import { capital, small } from './letters.ts';
import { en } from './en/index.ts';

/** The languages that the dashboard is written in; each names itself. */
export const languages = { en: 'English', es: 'Español' } as const;
export type Language = keyof typeof languages;

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

const setting = 'stepway-language';
const isLanguage = (name: string | null | undefined): name is Language =>
  name !== null && name !== undefined && Object.hasOwn(languages, name);

/** English is here from the start, so that texts are plain values also outside of components. */
void i18next.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  initAsync: false,
  interpolation: { escapeValue: false }, // React escapes
});

/** How lists and figures are written: British English beside our spelling, the Spanish of the United States. */
const locales = { en: 'en-GB', es: 'es-US' } as const;
export const locale = (): string => locales[language()];

// `{{count, number}}`: 10,000 people.
i18next.services.formatter?.add('number', (value: number) => new Intl.NumberFormat(locale()).format(value));
// How a title or a sentence stands inside of another: `{{task, small}}`, or at its beginning: `{{what, capital}}`.
i18next.services.formatter?.add('small', (text: string) => small(text));
i18next.services.formatter?.add('capital', (text: string) => capital(text));

/** The text of a key, with its values put in; `count` chooses the form of a plural. */
export const t = i18next.t;

/** The language that is shown: as a person chose, else as the browser asks, else English. */
export const language = (): Language => (isLanguage(i18next.language) ? i18next.language : 'en');

/** The `lang` of what only the record says, which is in English; none where the page is in English. */
export const ofTheRecord = (): 'en' | undefined => (language() === 'en' ? undefined : 'en');

/** Fetches the texts of the language to show. Once, before anything is drawn. */
export async function prepareTexts(): Promise<void> {
  const chosen = localStorage.getItem(setting);
  const asked = navigator.languages.map((name) => name.split('-')[0]).find(isLanguage);
  await speak(isLanguage(chosen) ? chosen : (asked ?? 'en'));
  document.documentElement.lang = language();
}

/** Shows a language whose texts are fetched first. Exported for specs. */
export async function speak(wanted: Language): Promise<void> {
  if (wanted === 'es') {
    const { es } = await import('./es/index.ts');
    i18next.addResourceBundle('es', 'translation', es, true, true);
  }
  await i18next.changeLanguage(wanted);
}

/** Remembers a language and loads the page again in it, so that every text is in it. */
export function chooseLanguage(wanted: Language): void {
  localStorage.setItem(setting, wanted);
  location.reload();
}
