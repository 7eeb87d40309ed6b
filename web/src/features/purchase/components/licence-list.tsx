import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '@/components/ui/button';
import { DownloadIcon } from '@/components/ui/icons';
import { ErrorNotice, Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { paths } from '@/config/paths';
import { formatBytes, formatDate } from '@/lib/format';
import { formatMoney } from '@/lib/money';
import { Problem } from '@/lib/problem';
import { getLicences, type OwnedLicence } from '../api/get-licences';
import { mintLink } from '../api/mint-link';
import styles from './licence-list.module.css';

/** Everything that a buyer owns. A licence lasts; each download is by a link of its own. */
export function LicenceList({ highlighted }: { highlighted: string | undefined }) {
  const { t } = useTranslation();
  const licences = useInfiniteQuery(getLicences());

  if (licences.isPending) return <Skeleton height="24rem" />;
  if (licences.isError) return <ErrorNotice error={licences.error} retry={() => void licences.refetch()} />;
  const owned = licences.data.pages.flatMap((page) => page.data);
  if (owned.length === 0)
    return (
      <Notice
        title={t('purchases.none.title')}
        action={
          <Link to="/search" className={buttonClass('primary')}>
            {t('purchases.none.go')}
          </Link>
        }
      >
        <p>{t('purchases.none.text')}</p>
      </Notice>
    );
  return (
    <>
      <ul className={styles.list}>
        {owned.map((licence) => (
          <OwnedRow key={licence.licenceId} licence={licence} highlighted={licence.licenceId === highlighted} />
        ))}
      </ul>
      {licences.hasNextPage ? (
        <Button onPress={() => void licences.fetchNextPage()} isPending={licences.isFetchingNextPage}>
          {t('more')}
        </Button>
      ) : null}
    </>
  );
}

function OwnedRow({ licence, highlighted }: { licence: OwnedLicence; highlighted: boolean }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  return (
    <li className={styles.row} data-highlighted={highlighted || undefined}>
      <Link to="/photos/$photoId" params={{ photoId: licence.photoId }} className={styles.picture}>
        <img src={paths.media(licence.photoId, 'w320')} alt={licence.title} loading="lazy" />
      </Link>
      <div className={styles.words}>
        <h2 className={styles.title}>{licence.title}</h2>
        <p className={styles.facts}>
          {t(`size.${licence.size}`, licence.size)} · {licence.width} × {licence.height} · {formatBytes(licence.bytes, language)}
        </p>
        <p className={styles.facts}>
          {formatMoney(licence.price, language)} · {formatDate(licence.issuedAt, language)}
        </p>
      </div>
      <Download licence={licence} />
    </li>
  );
}

function Download({ licence }: { licence: OwnedLicence }) {
  const { t } = useTranslation();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const mint = useMutation({
    mutationFn: () => mintLink(licence.licenceId, key),
    // The next press is a new wish, and a new link.
    onSuccess: () => setKey(crypto.randomUUID()),
  });

  if (licence.state !== 'READY')
    return (
      <p className={styles.state} role="status" data-blocked={licence.state === 'COPY_BLOCKED' || undefined}>
        {licence.status}
      </p>
    );
  return (
    <div className={styles.download}>
      {mint.data ? (
        <>
          {/* Our own page: with its opener it has a copy of this session, and the buyer need not sign in again. */}
          <a href={mint.data.url} target="_blank" rel="opener" className={buttonClass('primary')}>
            <DownloadIcon /> {t('purchases.open')}
          </a>
          <p className={styles.facts}>{t('purchases.once')}</p>
        </>
      ) : (
        <Button onPress={() => mint.mutate()} isPending={mint.isPending}>
          <DownloadIcon /> {t('purchases.mint')}
        </Button>
      )}
      <p className={styles.refusal} role="alert">
        {mint.error ? (mint.error instanceof Problem ? mint.error.message : t('error.unexpected')) : ''}
      </p>
    </div>
  );
}
