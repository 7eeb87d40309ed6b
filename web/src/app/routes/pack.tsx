import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { buttonClass } from '@/components/ui/button';
import { ErrorNotice, Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { getPack, type Pack } from '@/features/packs/api/get-packs';
import { photosById } from '@/features/photo/api/photos-by-id';
import { PhotoGrid } from '@/features/photo/components/photo-grid';
import { PhotoGridSkeleton } from '@/features/photo/components/photo-grid-skeleton';
import { PackPicker } from '@/features/purchase/components/pack-picker';
import { isProblem } from '@/lib/problem';
import styles from './pack.module.css';

export function PackPage() {
  const { t } = useTranslation();
  const { packId } = getRouteApi('/packs/$packId').useParams();
  const pack = useQuery(getPack(packId));
  if (pack.isPending)
    return (
      <Page title={t('packs.one')} untitled>
        <Skeleton height="30rem" />
      </Page>
    );
  const gone = isProblem(pack.error) && (pack.error.status === 404 || pack.error.status === 410);
  if (gone || pack.data?.state === 'WITHDRAWN')
    return (
      <Page title={t('packs.gone.title')} untitled>
        <Notice
          title={t('packs.gone.title')}
          action={
            <Link to="/packs" className={buttonClass('primary')}>
              {t('packs.gone.go')}
            </Link>
          }
        >
          <p>{t('packs.gone.text')}</p>
        </Notice>
      </Page>
    );
  if (pack.isError)
    return (
      <Page title={t('packs.one')} untitled>
        <ErrorNotice error={pack.error} retry={() => void pack.refetch()} />
      </Page>
    );
  return <Offered key={packId} pack={pack.data} />;
}

function Offered({ pack }: { pack: Pack }) {
  const { t } = useTranslation();
  const ids = pack.photos.map(({ id }) => id);
  const photos = useQuery(photosById(ids));
  return (
    <Page title={pack.title} untitled>
      <div className={styles.columns}>
        <header className={styles.words}>
          <h1>{pack.title}</h1>
          {pack.description ? <p className={styles.description}>{pack.description}</p> : null}
          <p className={styles.facts}>
            {t('packs.holds', { count: ids.length, size: t(`size.${pack.size}`, pack.size) })}
          </p>
        </header>
        <PackPicker packId={pack.id} size={pack.size} photos={ids.length} price={pack.price} onSale={pack.state === 'ON_SALE'} />
      </div>
      <section aria-labelledby="inside" className={styles.inside}>
        <h2 id="inside">{t('packs.inside')}</h2>
        {photos.isPending ? <PhotoGridSkeleton /> : null}
        {photos.isError ? <ErrorNotice error={photos.error} retry={() => void photos.refetch()} /> : null}
        {photos.data ? <PhotoGrid photos={photos.data} label={t('packs.inside')} /> : null}
      </section>
    </Page>
  );
}
