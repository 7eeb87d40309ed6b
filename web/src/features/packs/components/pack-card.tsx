import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '@/lib/money';
import type { Pack } from '../api/get-packs';
import styles from './pack-card.module.css';

/** A pack as it is offered: a look at what is in it, and what it costs. */
export function PackCard({ pack, wide = false }: { pack: Pack; wide?: boolean }) {
  const { t, i18n } = useTranslation();
  const shown = pack.photos.slice(0, wide ? 6 : 4);
  return (
    <Link to="/packs/$packId" params={{ packId: pack.id }} className={styles.card} data-wide={wide || undefined}>
      <span className={styles.pictures} aria-hidden="true">
        {shown.map(({ id, thumb }) => (
          <img key={id} src={thumb} alt="" loading="lazy" decoding="async" />
        ))}
      </span>
      <span className={styles.words}>
        <strong className={styles.title}>{pack.title}</strong>
        <span className={styles.facts}>
          {t('packs.photos', { count: pack.photos.length })} · {t(`size.${pack.size}`, pack.size)}
        </span>
        <span className={styles.price}>{formatMoney(pack.price, i18n.language)}</span>
      </span>
    </Link>
  );
}
