import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { ErrorNotice, Notice } from '@/components/ui/notice';
import { PictureList, PictureRow } from '@/components/ui/picture-list';
import { Skeleton } from '@/components/ui/skeleton';
import { formatMoney } from '@/lib/money';
import { getPackDesk, type Pack } from '../api/get-packs';
import { removePack } from '../api/remove-pack';
import { PackForm } from './pack-form';
import styles from './pack-desk.module.css';

/** Where administrators make packs and say what they cost. */
export function PackDesk() {
  const { t } = useTranslation();
  const packs = useQuery(getPackDesk());
  const [edited, setEdited] = useState<Pack | 'new'>();
  // First of all: nothing that happens to the list may take away what somebody is writing.
  if (edited)
    return (
      <PackForm
        key={edited === 'new' ? 'new' : `${edited.id} ${edited.version}`}
        pack={edited === 'new' ? undefined : edited}
        onDone={() => setEdited(undefined)}
      />
    );
  if (packs.isPending) return <Skeleton height="24rem" />;
  if (packs.isError) return <ErrorNotice error={packs.error} retry={() => void packs.refetch()} />;
  return (
    <div className={styles.desk}>
      <Button look="primary" onPress={() => setEdited('new')}>
        {t('packs.desk.new')}
      </Button>
      {packs.data.length === 0 ? (
        <Notice title={t('packs.desk.none.title')}>
          <p>{t('packs.desk.none.text')}</p>
        </Notice>
      ) : null}
      <PictureList>
        {packs.data.map((pack) => (
          <PackRow key={pack.id} pack={pack} onEdit={() => setEdited(pack)} />
        ))}
      </PictureList>
    </div>
  );
}

function PackRow({ pack, onEdit }: { pack: Pack; onEdit: () => void }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [sure, setSure] = useState(false);
  const remove = useMutation({
    mutationFn: () => removePack(pack.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['packs'] }),
  });
  return (
    <PictureRow
      picture={pack.photos[0]!.thumb}
      title={
        <Link to="/packs/$packId" params={{ packId: pack.id }}>
          {pack.title}
        </Link>
      }
      facts={
        <>
          {t('packs.photos', { count: pack.photos.length })} · {t(`size.${pack.size}`, pack.size)} ·{' '}
          {formatMoney(pack.price, i18n.language)}
        </>
      }
      end={
        <div className={styles.actions}>
          <Button size="small" onPress={onEdit} aria-label={t('packs.desk.editThis', { title: pack.title })}>
            {t('packs.desk.edit')}
          </Button>
          {sure ? (
            <Button look="danger" size="small" onPress={() => remove.mutate()} isPending={remove.isPending}>
              {t('packs.desk.sure')}
            </Button>
          ) : (
            <Button
              look="plain"
              size="small"
              onPress={() => setSure(true)}
              aria-label={t('packs.desk.removeThis', { title: pack.title })}
            >
              {t('packs.desk.remove')}
            </Button>
          )}
        </div>
      }
    >
      {pack.state === 'ON_SALE' ? null : <span className={styles.off}>{t('packs.desk.off')}</span>}
      {remove.error ? <ErrorNotice error={remove.error} /> : null}
    </PictureRow>
  );
}
