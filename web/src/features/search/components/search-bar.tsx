import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchIcon } from '@/components/ui/icons';
import { keepPicture } from '../dropped-picture';
import { PictureButton } from './picture-button';
import styles from './search-bar.module.css';

// Suggestions come when somebody comes near the field, or once the page has had its time; until then, and where they cannot be had, the
// field is a plain one that searches just as well.
const suggestingInput = () => import('./suggesting-input').then((module) => module.default);
const THE_PAGE_FIRST = 3000;

interface SearchBarProps {
  query?: string;
  onSearch: (query: string) => void;
  /** Photos are wanted that look like a picture; this is how it looks. */
  onLook: (look: string) => void;
  size?: 'normal' | 'large';
}

/** One field for words, or for a picture that is dropped on it. Enter searches for exactly what was typed. */
export function SearchBar({ query = '', onSearch, onLook, size = 'normal' }: SearchBarProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState(query);
  const [focused, setFocused] = useState(false);
  const [before, setBefore] = useState(query);
  if (before !== query) {
    setBefore(query);
    setWords(query);
  }
  const [SuggestingInput, setSuggestingInput] = useState<Awaited<ReturnType<typeof suggestingInput>>>();
  const suggest = useCallback(() => {
    suggestingInput().then(
      (input) => setSuggestingInput(() => input),
      // Without a network: whoever comes near the field again tries again.
      () => undefined,
    );
  }, []);
  useEffect(() => {
    const timer = setTimeout(suggest, THE_PAGE_FIRST);
    return () => clearTimeout(timer);
  }, [suggest]);
  const [over, setOver] = useState(false);
  const [looking, setLooking] = useState(false);
  const [unreadable, setUnreadable] = useState(false);
  const lookFor = async (file: File) => {
    setUnreadable(false);
    setLooking(true);
    try {
      const { lookOfFile } = await import('../look-of-file');
      const { look, thumbnail } = await lookOfFile(file);
      keepPicture(look, thumbnail);
      onLook(look);
    } catch {
      setUnreadable(true);
    } finally {
      setLooking(false);
    }
  };
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
      onPointerEnter={suggest}
      onFocus={() => {
        setFocused(true);
        suggest();
      }}
      onBlur={() => setFocused(false)}
    />
  );

  return (
    <form
      role="search"
      // Beside the one in the header it needs a name of its own.
      aria-label={size === 'large' ? t('search.label') : undefined}
      className={`${styles.form} ${styles[size]}`}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        const file = event.dataTransfer.files[0];
        setOver(false);
        if (!file) return;
        event.preventDefault();
        void lookFor(file);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(words.trim());
      }}
    >
      {SuggestingInput ? <SuggestingInput words={words} onType={setWords} onChoose={onSearch} focused={focused} /> : plain}
      <PictureButton busy={looking} onPicture={(file) => void lookFor(file)} />
      <button type="submit" className={styles.submit} aria-label={t('search.submit')}>
        <SearchIcon />
      </button>
      <p className={styles.unreadable} role="alert">
        {unreadable ? t('search.picture.unreadable') : ''}
      </p>
    </form>
  );
}
