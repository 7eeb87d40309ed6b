import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '@/components/ui/button';
import { useSession } from '@/features/session/use-session';
import { Problem } from '@/lib/problem';
import { getTerms } from '../api/get-terms';
import type { Order } from '../api/place-order';
import styles from './licence-picker.module.css';

/** An order that is placed when somebody presses; what they own is asked for anew. */
export function useOrder<Wish>(place: (wish: Wish) => Promise<Order>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: place,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['purchase'] }),
  });
}

interface CheckoutProps {
  title: string;
  /** What is going to happen, before it happens. */
  plain: string;
  price: string;
  order: { data: Order | undefined; error: Error | null; isPending: boolean };
  /** Absent while it cannot be bought. */
  onBuy?: (() => void) | undefined;
  /** What there is to choose from. */
  children?: ReactNode;
}

/** From the price in plain words to the licence, for whoever may buy. */
export function Checkout({ title, plain, price, order: { data: order, error, isPending }, onBuy, children }: CheckoutProps) {
  const { t } = useTranslation();
  if (order && order.state !== 'REFUSED') return <Bought order={order} />;
  const owned = order?.refusal?.licenceId ?? ownedLicence(error);
  return (
    <section className={styles.picker} aria-labelledby="licence-title">
      <h2 id="licence-title" className={styles.title}>
        {title}
      </h2>
      {children}
      <p className={styles.plain}>{plain}</p>
      {onBuy ? <BuyButton price={price} isPending={isPending} onBuy={onBuy} /> : null}
      <p className={owned ? styles.plain : styles.refusal} role="alert">
        {owned ? t('licence.owned') : refusalText(error, order, t('error.unexpected'))}
      </p>
      {owned ? <WayToLicence licence={owned} /> : null}
      <Terms />
    </section>
  );
}

function BuyButton({ price, isPending, onBuy }: { price: string; isPending: boolean; onBuy: () => void }) {
  const { t } = useTranslation();
  const { user, has, signIn } = useSession();
  if (user && !has('buyer')) return <p className={styles.facts}>{t('licence.onlyBuyers')}</p>;
  return user ? (
    <Button look="primary" size="large" onPress={onBuy} isPending={isPending}>
      {isPending ? t('licence.buying') : t('licence.buy', { price })}
    </Button>
  ) : (
    <Button look="primary" size="large" onPress={() => void signIn()}>
      {t('licence.signIn')}
    </Button>
  );
}

/** Who has the licence already is led to it instead of paying twice. */
function ownedLicence(error: Error | null): string | undefined {
  const licenceId = error instanceof Problem ? error.members.licenceId : undefined;
  return typeof licenceId === 'string' ? licenceId : undefined;
}

function refusalText(error: Error | null, order: Order | undefined, unexpected: string): string {
  if (order?.refusal) return order.refusal.detail;
  if (!error) return '';
  return error instanceof Problem ? error.message : unexpected;
}

function Bought({ order }: { order: Order }) {
  const { t } = useTranslation();
  return (
    <section className={styles.picker} role="status">
      <h2 className={styles.title}>{t('licence.bought.title')}</h2>
      <p>{t('licence.bought.text')}</p>
      <WayToLicence licence={order.licences[0]?.licenceId} />
    </section>
  );
}

function WayToLicence({ licence }: { licence: string | undefined }) {
  const { t } = useTranslation();
  return (
    <Link to="/purchases" search={licence ? { licence } : {}} className={buttonClass('primary', 'large')}>
      {t('licence.bought.go')}
    </Link>
  );
}

function Terms() {
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
