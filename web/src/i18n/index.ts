import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json';

export const languages = { en: 'English', pt: 'Português' } as const;
export type Language = keyof typeof languages;

const KEPT = 'safelight.language';

const isLanguage = (value: unknown): value is Language => typeof value === 'string' && value in languages;

function preferred(): Language {
  const kept = readKept();
  if (isLanguage(kept)) return kept;
  const wished = navigator.languages.map((language) => language.split('-')[0]);
  return wished.find(isLanguage) ?? 'en';
}

function readKept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/** English comes with the site; other languages are loaded when somebody wants them. */
async function wordsOf(language: Language) {
  return language === 'pt' ? (await import('./pt.json')).default : en;
}

export async function startI18n(language: Language = preferred()): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, [language]: { translation: await wordsOf(language) } },
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  });
  keep(language);
}

export async function speak(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await wordsOf(language));
  }
  await i18next.changeLanguage(language);
  keep(language);
}

function keep(language: Language): void {
  // The page is styled anew when it is told its language.
  if (document.documentElement.lang !== language) document.documentElement.lang = language;
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // It is asked again next time.
  }
}
