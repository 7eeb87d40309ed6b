import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { ChoiceField } from '@/components/ui/choice-field';
import { TextField } from '@/components/ui/text-field';
import { PhotoChooser } from '@/features/photo/components/photo-chooser';
import { Problem } from '@/lib/problem';
import { formatMoney } from '@/lib/money';
import { keepPack } from '../api/keep-pack';
import type { Pack } from '../api/get-packs';
import { draftOf, sizes, wishOf } from '../pack-wish';
import styles from './pack-form.module.css';

/** As many as an order holds. */
const MOST = 20;

interface PackFormProps {
  /** The pack that is changed; nothing for a new one. */
  pack: Pack | undefined;
  onDone: () => void;
}

/** What a pack is called, what is in it, and what it costs. */
export function PackForm({ pack, onDone }: PackFormProps) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(pack));
  const [tried, setTried] = useState(false);
  const wish = wishOf(draft);
  const keep = useMutation({
    mutationFn: keepWish,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['packs'] });
      onDone();
    },
  });
  const missing = {
    title: draft.title.trim() === '' ? t('packs.form.needsTitle') : undefined,
    price: wish === undefined ? t('packs.form.needsPrice') : undefined,
    photos: draft.photoIds.length < 2 ? t('packs.form.needsPhotos') : undefined,
  };
  const set = (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change }));

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (wish && !missing.title && !missing.photos) keep.mutate({ wish, pack });
      }}
    >
      <h2>{pack ? t('packs.form.change', { title: pack.title }) : t('packs.desk.new')}</h2>
      <TextField
        label={t('packs.form.title')}
        value={draft.title}
        onChange={(title) => set({ title })}
        maxLength={200}
        required
        error={tried ? missing.title : undefined}
      />
      <TextField
        label={t('packs.form.description')}
        value={draft.description}
        onChange={(description) => set({ description })}
        maxLength={2000}
        lines={3}
      />
      <div className={styles.pair}>
        <ChoiceField
          label={t('licence.size')}
          value={draft.size}
          options={sizes.map((value) => ({ value: value, name: t(`size.${value}`) }))}
          onChange={(size) => set({ size })}
        />
        <TextField
          label={t('packs.form.price', { currency: draft.currency })}
          value={draft.price}
          onChange={(price) => set({ price })}
          inputMode="decimal"
          required
          error={tried ? missing.price : undefined}
        />
      </div>
      <PhotoChooser
        label={t('packs.form.photos')}
        chosen={draft.photoIds}
        most={MOST}
        onChange={(photoIds) => set({ photoIds })}
      />
      {tried && missing.photos ? (
        <p className={styles.refusal} role="alert">
          {missing.photos}
        </p>
      ) : null}
      {wish ? (
        <p className={styles.plain}>
          {t('packs.form.plain', {
            count: draft.photoIds.length,
            size: t(`size.${draft.size}`, draft.size),
            price: formatMoney(wish.price, i18n.language),
          })}
        </p>
      ) : null}
      <p className={styles.refusal} role="alert">
        {keep.error ? (keep.error instanceof Problem ? keep.error.message : t('error.unexpected')) : ''}
      </p>
      <div className={styles.actions}>
        <Button type="submit" look="primary" isPending={keep.isPending}>
          {pack ? t('packs.form.save') : t('packs.form.make')}
        </Button>
        <Button look="plain" onPress={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

const keepWish = ({ wish, pack }: { wish: NonNullable<ReturnType<typeof wishOf>>; pack: Pack | undefined }) =>
  keepPack(wish, pack && { id: pack.id, version: pack.version });
