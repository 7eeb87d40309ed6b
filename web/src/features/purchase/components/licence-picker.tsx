import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Offer } from '@/features/photo/api/get-photo';
import { formatBytes } from '@/lib/format';
import { formatMoney } from '@/lib/money';
import { placeOrder } from '../api/place-order';
import { Checkout, useOrder } from './checkout';
import styles from './licence-picker.module.css';

interface LicencePickerProps {
  photoId: string;
  offers: readonly Offer[];
}

/** Sizes with their prices, what the licence lets one do, and what is going to happen before it happens. */
export function LicencePicker({ photoId, offers }: LicencePickerProps) {
  const { t, i18n } = useTranslation();
  const [size, setSize] = useState(offers[Math.floor((offers.length - 1) / 2)]!.size);
  // One key for one wish: pressing twice, or again after a lost answer, buys once.
  const [keys, setKeys] = useState<Record<string, string>>({});
  const order = useOrder(placeOrder);
  const offer = offers.find((candidate) => candidate.size === size)!;
  const price = formatMoney(offer.price, i18n.language);

  const buy = () => {
    const key = keys[size] ?? crypto.randomUUID();
    setKeys({ ...keys, [size]: key });
    order.mutate({ photoId, size, total: offer.price, key });
  };

  return (
    <Checkout
      title={t('licence.title')}
      plain={t('licence.plain', { price, size: t(`size.${size}`, size) })}
      price={price}
      order={order}
      onBuy={buy}
    >
      <RadioGroup value={size} onChange={setSize} className={styles.sizes!}>
        <Label className={styles.label}>{t('licence.size')}</Label>
        {offers.map((candidate) => (
          <Radio key={candidate.size} value={candidate.size} className={styles.size!}>
            <span className={styles.name}>{t(`size.${candidate.size}`, candidate.size)}</span>
            <span className={styles.facts}>
              {candidate.width} × {candidate.height} · {formatBytes(candidate.bytes, i18n.language)}
            </span>
            <span className={styles.price}>{formatMoney(candidate.price, i18n.language)}</span>
          </Radio>
        ))}
      </RadioGroup>
    </Checkout>
  );
}
