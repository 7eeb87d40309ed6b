import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { ErrorNotice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { useSettled } from '@/lib/use-settled';
import { findPhotos } from '../api/find-photos';
import { photosById } from '../api/photos-by-id';
import type { FoundPhoto } from '../photo';
import styles from './photo-chooser.module.css';

interface PhotoChooserProps {
  label: string;
  chosen: readonly string[];
  most: number;
  onChange: (chosen: string[]) => void;
}

/** Chooses photos of the shop: those that are chosen, in their order, and a search for more. */
export function PhotoChooser({ label, chosen, most, onChange }: PhotoChooserProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const already = useQuery(photosById(chosen));
  const found = useInfiniteQuery(findPhotos(useSettled(words.trim())));
  const others = found.data?.pages.flatMap((page) => page.data).filter(({ id }) => !chosen.includes(id)) ?? [];
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id].slice(0, most));
  return (
    <fieldset className={styles.chooser}>
      <legend className={styles.legend}>
        {label} <span className={styles.count}>{t('photo.chosen', { count: chosen.length, most })}</span>
      </legend>
      {chosen.length > 0 ? (
        <ul className={styles.photos} aria-label={t('photo.chosenOnes')}>
          {already.data?.map((photo) => <Choice key={photo.id} photo={photo} selected onChange={toggle} />)}
        </ul>
      ) : null}
      <TextField label={t('photo.choose')} type="search" value={words} onChange={setWords} maxLength={200} />
      {found.isError ? <ErrorNotice error={found.error} retry={() => void found.refetch()} /> : null}
      <ul className={styles.photos} aria-label={t('photo.toChoose')}>
        {others.map((photo) => (
          <Choice key={photo.id} photo={photo} selected={false} onChange={toggle} />
        ))}
      </ul>
      {found.hasNextPage ? (
        <Button size="small" onPress={() => void found.fetchNextPage()} isPending={found.isFetchingNextPage}>
          {t('more')}
        </Button>
      ) : null}
    </fieldset>
  );
}

function Choice({ photo, selected, onChange }: { photo: FoundPhoto; selected: boolean; onChange: (id: string) => void }) {
  return (
    <li>
      <ToggleButton
        className={styles.photo!}
        isSelected={selected}
        onChange={() => onChange(photo.id)}
        aria-label={photo.title}
      >
        <img src={photo.urls.thumb} alt="" width={photo.width} height={photo.height} loading="lazy" decoding="async" />
      </ToggleButton>
    </li>
  );
}
