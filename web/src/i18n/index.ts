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
async function load(language: Language): Promise<void> {
  if (language === 'pt' && !i18next.hasResourceBundle('pt', 'translation')) {
    const { default: words } = await import('./pt.json');
    i18next.addResourceBundle('pt', 'translation', words);
  }
}

export async function startI18n(language: Language = preferred()): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  });
  await speak(language);
}

export async function speak(language: Language): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // It is asked again next time.
  }
}
