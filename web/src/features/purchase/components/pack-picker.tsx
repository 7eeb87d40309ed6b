import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney, type Money } from '@/lib/money';
import { placePackOrder } from '../api/place-order';
import { Checkout, useOrder } from './checkout';

interface PackPickerProps {
  packId: string;
  size: string;
  photos: number;
  price: Money;
  onSale: boolean;
}

/** What a pack costs, said in plain words before anything is paid. */
export function PackPicker({ packId, size, photos, price, onSale }: PackPickerProps) {
  const { t, i18n } = useTranslation();
  // One key for one wish: pressing twice, or again after a lost answer, buys once.
  const [key] = useState(() => crypto.randomUUID());
  const order = useOrder(placePackOrder);
  const cost = formatMoney(price, i18n.language);
  const plain = t('packs.plain', { count: photos, price: cost, size: t(`size.${size}`, size) });
  return (
    <Checkout
      title={t('packs.buyTitle')}
      plain={onSale ? plain : t('packs.notNow')}
      price={cost}
      order={order}
      onBuy={onSale ? () => order.mutate({ packId, total: price, key }) : undefined}
    />
  );
}
