import { regional } from './format';

/** Money as the services speak it: minor units and an ISO 4217 currency. */
export interface Money {
  amount: number;
  currency: string;
}

export function formatMoney({ amount, currency }: Money, language: string): string {
  const format = new Intl.NumberFormat(regional(language), { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits);
}
