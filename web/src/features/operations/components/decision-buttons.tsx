import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import type { Action } from '../api/decide-parked';
import styles from './parked-desk.module.css';

/** What may be done about what is chosen, with the letters that do it as well. */
export function DecisionButtons({ onDecide }: { onDecide: (action: Action) => void }) {
  const { t } = useTranslation();
  return (
    <p className={styles.actions}>
      <Button look="primary" onPress={() => onDecide('redrive')}>
        {t('parked.redrive.open')} <kbd>R</kbd>
      </Button>
      <Button look="danger" onPress={() => onDecide('discard')}>
        {t('parked.discard.open')} <kbd>D</kbd>
      </Button>
    </p>
  );
}
