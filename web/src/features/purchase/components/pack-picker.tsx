import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '@/components/ui/button';
import { useSession } from '@/features/session/use-session';
import { formatMoney, type Money } from '@/lib/money';
import { placePackOrder } from '../api/place-order';
import { Bought, ownedLicence, refusalText, Terms } from './licence-picker';
import styles from './licence-picker.module.css';

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
  const { user, has, signIn } = useSession();
  // One key for one wish: pressing twice, or again after a lost answer, buys once.
  const [key] = useState(() => crypto.randomUUID());
  const queries = useQueryClient();
  const order = useMutation({
    mutationFn: placePackOrder,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['purchase'] }),
  });
  const cost = formatMoney(price, i18n.language);
  const owned = order.data?.refusal?.licenceId ?? ownedLicence(order.error);
  const plain = t('packs.plain', { count: photos, price: cost, size: t(`size.${size}`, size) });

  if (order.data && order.data.state !== 'REFUSED') return <Bought order={order.data} />;
  return (
    <section className={styles.picker} aria-labelledby="licence-title">
      <h2 id="licence-title" className={styles.title}>
        {t('packs.buyTitle')}
      </h2>
      <p className={styles.plain}>{onSale ? plain : t('packs.notNow')}</p>
      {!onSale ? null : !user ? (
        <Button look="primary" size="large" onPress={() => void signIn()}>
          {t('licence.signIn')}
        </Button>
      ) : has('buyer') ? (
        <Button
          look="primary"
          size="large"
          onPress={() => order.mutate({ packId, total: price, key })}
          isPending={order.isPending}
        >
          {order.isPending ? t('licence.buying') : t('licence.buy', { price: cost })}
        </Button>
      ) : (
        <p className={styles.facts}>{t('licence.onlyBuyers')}</p>
      )}
      <p className={styles.refusal} role="alert">
        {refusalText(order.error, order.data, t('error.unexpected'))}
      </p>
      {owned ? (
        <Link to="/purchases" search={{ licence: owned }} className={buttonClass('primary', 'large')}>
          {t('licence.bought.go')}
        </Link>
      ) : null}
      <Terms />
    </section>
  );
}
