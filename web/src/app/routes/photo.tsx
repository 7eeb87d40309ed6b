import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { buttonClass } from '@/components/ui/button';
import { ErrorNotice, Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { getPhoto, type PhotoDetails } from '@/features/photo/api/get-photo';
import { similarPhotos } from '@/features/photo/api/similar-photos';
import { PhotoGrid } from '@/features/photo/components/photo-grid';
import { PhotoGridSkeleton } from '@/features/photo/components/photo-grid-skeleton';
import { PhotoPreview } from '@/features/photo/components/photo-preview';
import { LicencePicker } from '@/features/purchase/components/licence-picker';
import { formatDate } from '@/lib/format';
import { isProblem } from '@/lib/problem';
import styles from './photo.module.css';

const route = getRouteApi('/photos/$photoId');

export function PhotoPage() {
  const { t } = useTranslation();
  const { photoId } = route.useParams();
  const photo = useQuery(getPhoto(photoId));

  if (photo.isPending) return <PhotoPageSkeleton />;
  if (isProblem(photo.error) && (photo.error.status === 404 || photo.error.status === 410))
    return (
      <Page title={t('photo.gone.title')} untitled>
        <Notice
          alone
          title={t('photo.gone.title')}
          action={
            <Link to="/search" className={buttonClass('primary')}>
              {t('photo.gone.go')}
            </Link>
          }
        >
          <p>{t('photo.gone.text')}</p>
        </Notice>
      </Page>
    );
  if (photo.isError)
    return (
      <Page title={t('photo.title')} untitled>
        <ErrorNotice alone error={photo.error} retry={() => void photo.refetch()} />
      </Page>
    );
  return <Loaded key={photoId} photo={photo.data} />;
}

function Loaded({ photo }: { photo: PhotoDetails }) {
  const { t, i18n } = useTranslation();
  return (
    <Page title={photo.title} untitled>
      <div className={styles.columns}>
        <PhotoPreview photo={photo} />
        <div className={styles.side}>
          <header className={styles.words}>
            <h1 className={styles.title}>{photo.title}</h1>
            {photo.description ? <p>{photo.description}</p> : null}
            <p className={styles.by}>{t('photo.by', { name: photo.contributor.id })}</p>
          </header>
          <LicencePicker photoId={photo.id} offers={photo.offers} />
        </div>
        <div className={styles.about}>
          <dl className={styles.facts}>
            <div>
              <dt>{t('photo.original')}</dt>
              <dd>
                {photo.width} × {photo.height}
              </dd>
            </div>
            <div>
              <dt>{t('photo.listed')}</dt>
              <dd>{formatDate(photo.listedAt, i18n.language)}</dd>
            </div>
            {photo.category ? (
              <div>
                <dt>{t('search.category')}</dt>
                <dd>
                  <Link to="/search" search={{ category: photo.category }}>
                    {t(`category.${photo.category}`, photo.category)}
                  </Link>
                </dd>
              </div>
            ) : null}
            <div>
              <dt>{t('photo.colours')}</dt>
              <dd className={styles.colours}>
                {photo.colours.map(({ hex }) => (
                  <Link
                    key={hex}
                    to="/search"
                    search={{ color: hex }}
                    className={styles.colour}
                    style={{ backgroundColor: `#${hex}` }}
                    aria-label={t('photo.byColour', { colour: `#${hex}` })}
                  />
                ))}
              </dd>
            </div>
          </dl>
          {photo.keywords.length > 0 ? (
            <ul className={styles.keywords} aria-label={t('photo.keywords')}>
              {photo.keywords.map((keyword) => (
                <li key={keyword}>
                  <Link to="/search" search={{ query: keyword }}>
                    {keyword}
                  </Link>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      </div>
      <Similar photoId={photo.id} />
    </Page>
  );
}

function Similar({ photoId }: { photoId: string }) {
  const { t } = useTranslation();
  const { data: photos = [], isPending } = useQuery(similarPhotos(photoId));
  if (photos.length === 0 && !isPending) return null;
  return (
    <section aria-labelledby="similar">
      <h2 id="similar" className={styles.heading}>
        {t('photo.similar')}
      </h2>
      {isPending ? <PhotoGridSkeleton /> : <PhotoGrid photos={photos} label={t('photo.similar')} />}
    </section>
  );
}

function PhotoPageSkeleton() {
  const { t } = useTranslation();
  return (
    <Page title={t('photo.title')} untitled>
      <div className={styles.columns} aria-busy="true">
        <Skeleton height="min(70vh, 40rem)" />
        <Skeleton height="30rem" />
      </div>
    </Page>
  );
}
