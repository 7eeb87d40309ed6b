import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '@/lib/format';

/** Numbers of the flow as people read them; what nobody knows is a dash. */
export function useNumbers() {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const whole = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 0 });
    const fine = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
    return {
      count: (value: number | null | undefined) => (typeof value === 'number' ? whole.format(value) : '–'),
      rate: (perSecond: number) => t('flow.rate', { rate: fine.format(perSecond) }),
      seconds: (value: number) => (value > 0 ? formatDuration(Math.round(value * 1000), i18n.language) : '–'),
    };
  }, [t, i18n.language]);
}
