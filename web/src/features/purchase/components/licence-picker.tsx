import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '@/components/ui/button';
import { useSession } from '@/features/session/use-session';
import { formatBytes } from '@/lib/format';
import { formatMoney } from '@/lib/money';
import { Problem } from '@/lib/problem';
import type { Offer } from '@/features/photo/api/get-photo';
import { getTerms } from '../api/get-terms';
import { placeOrder, type Order } from '../api/place-order';
import styles from './licence-picker.module.css';

interface LicencePickerProps {
  photoId: string;
  offers: readonly Offer[];
}

/** Sizes with their prices, what the licence lets one do, and what is going to happen before it happens. */
export function LicencePicker({ photoId, offers }: LicencePickerProps) {
  const { t, i18n } = useTranslation();
  const { user, has, signIn } = useSession();
  const [size, setSize] = useState(offers[Math.floor((offers.length - 1) / 2)]!.size);
  // One key for one wish: pressing twice, or again after a lost answer, buys once.
  const [keys, setKeys] = useState<Record<string, string>>({});
  const queries = useQueryClient();
  const order = useMutation({
    mutationFn: placeOrder,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['purchase'] }),
  });
  const offer = offers.find((candidate) => candidate.size === size)!;
  const price = formatMoney(offer.price, i18n.language);

  const owned = order.data?.refusal?.licenceId ?? ownedLicence(order.error);

  const buy = () => {
    const key = keys[size] ?? crypto.randomUUID();
    setKeys({ ...keys, [size]: key });
    order.mutate({ photoId, size, total: offer.price, key });
  };

  if (order.data && order.data.state !== 'REFUSED') return <Bought order={order.data} />;
  return (
    <section className={styles.picker} aria-labelledby="licence-title">
      <h2 id="licence-title" className={styles.title}>
        {t('licence.title')}
      </h2>
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
      <p className={styles.plain}>{t('licence.plain', { price, size: t(`size.${size}`, size) })}</p>
      {!user ? (
        <Button look="primary" size="large" onPress={() => void signIn()}>
          {t('licence.signIn')}
        </Button>
      ) : has('buyer') ? (
        <Button look="primary" size="large" onPress={buy} isPending={order.isPending}>
          {order.isPending ? t('licence.buying') : t('licence.buy', { price })}
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

/** Who has the licence already is led to it instead of paying twice. */
export function ownedLicence(error: Error | null): string | undefined {
  const licenceId = error instanceof Problem ? error.members.licenceId : undefined;
  return typeof licenceId === 'string' ? licenceId : undefined;
}

export function refusalText(error: Error | null, order: Order | undefined, unexpected: string): string {
  if (order?.refusal) return order.refusal.detail;
  if (!error) return '';
  return error instanceof Problem ? error.message : unexpected;
}

export function Bought({ order }: { order: Order }) {
  const { t } = useTranslation();
  return (
    <section className={styles.picker} role="status">
      <h2 className={styles.title}>{t('licence.bought.title')}</h2>
      <p>{t('licence.bought.text')}</p>
      <Link
        to="/purchases"
        search={order.licences[0] ? { licence: order.licences[0].licenceId } : {}}
        className={buttonClass('primary', 'large')}
      >
        {t('licence.bought.go')}
      </Link>
    </section>
  );
}

export function Terms() {
  const { t } = useTranslation();
  const { data: terms } = useQuery(getTerms());
  if (!terms) return null;
  return (
    <details className={styles.terms}>
      <summary>{t('licence.terms', { name: terms.title })}</summary>
      <p>{terms.summary}</p>
      <h3>{t('licence.may')}</h3>
      <ul className={styles.may}>
        {terms.may.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>{t('licence.mayNot')}</h3>
      <ul className={styles.mayNot}>
        {terms.mayNot.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{terms.lasts}</p>
    </details>
  );
}
