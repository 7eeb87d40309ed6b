import { useQuery } from '@tanstack/react-query';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useSettled } from '@/lib/use-settled';
import { suggestWords } from '../api/suggest-words';
import styles from './search-bar.module.css';

interface SuggestingInputProps {
  words: string;
  onType: (words: string) => void;
  onChoose: (words: string) => void;
  /** The plain field that stood here before had it. */
  focused: boolean;
}

/** The field with suggestions of what would find something, each with how much. */
export default function SuggestingInput({ words, onType, onChoose, focused }: SuggestingInputProps) {
  const { t } = useTranslation();
  const suggestions = useQuery(suggestWords(useSettled(words)));
  return (
    <ComboBox
      className={styles.combo!}
      allowsCustomValue
      // Suggestions come later than the key that asks for them.
      allowsEmptyCollection
      menuTrigger="input"
      inputValue={words}
      onInputChange={onType}
      items={suggestions.data ?? []}
      onSelectionChange={(key) => {
        if (key !== null) onChoose(String(key));
      }}
    >
      <Label className="visually-hidden">{t('search.label')}</Label>
      <Input
        className={styles.input!}
        name="query"
        placeholder={t('search.placeholder')}
        enterKeyHint="search"
        autoComplete="off"
        onKeyDownCapture={(event) => {
          // Unless a suggestion was gone to, Enter is for exactly what was typed. An open list would keep it to itself.
          if (event.key !== 'Enter' || event.currentTarget.getAttribute('aria-activedescendant')) return;
          event.preventDefault();
          event.stopPropagation();
          event.currentTarget.blur();
          onChoose(words.trim());
        }}
        ref={(input) => {
          if (focused) input?.focus();
        }}
      />
      <Popover className={styles.popover!} data-empty={!suggestions.data?.length || undefined}>
        <ListBox className={styles.list!}>
          {(item: { text: string; count: number }) => (
            <ListBoxItem id={item.text} textValue={item.text} className={styles.item!}>
              <span>{item.text}</span>
              <span className={styles.count}>{t('search.photos', { count: item.count })}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
