import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchIcon } from '@/components/ui/icons';
import styles from './search-bar.module.css';

// Suggestions come after the first paint; until then the field is a plain one that searches just as well.
const SuggestingInput = lazy(() => import('./suggesting-input'));

interface SearchBarProps {
  query?: string;
  onSearch: (query: string) => void;
  size?: 'normal' | 'large';
}

/** One field for words. Enter searches for exactly what was typed. */
export function SearchBar({ query = '', onSearch, size = 'normal' }: SearchBarProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState(query);
  const [focused, setFocused] = useState(false);
  const [before, setBefore] = useState(query);
  if (before !== query) {
    setBefore(query);
    setWords(query);
  }
  const plain = (
    <input
      className={`${styles.combo} ${styles.input}`}
      name="query"
      aria-label={t('search.label')}
      placeholder={t('search.placeholder')}
      enterKeyHint="search"
      autoComplete="off"
      value={words}
      onChange={(event) => setWords(event.target.value)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    />
  );

  return (
    <form
      role="search"
      className={`${styles.form} ${styles[size]}`}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(words.trim());
      }}
    >
      <Suspense fallback={plain}>
        <SuggestingInput words={words} onType={setWords} onChoose={onSearch} focused={focused} />
      </Suspense>
      <button type="submit" className={styles.submit} aria-label={t('search.submit')}>
        <SearchIcon />
      </button>
    </form>
  );
}
