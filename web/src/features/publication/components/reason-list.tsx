import { useTranslation } from 'react-i18next';
import styles from './reason-list.module.css';

interface GivenReason {
  code: string;
  message: string;
  repair: string;
}

/** Every reason, and what to do about it. */
export function ReasonList({ reasons }: { reasons: readonly GivenReason[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.list}>
      {reasons.map(({ code, message, repair }) => (
        <li key={code}>
          <span className={styles.message}>{message || t(`reason.${code}.message`, code)}</span>{' '}
          <span>{repair || t(`reason.${code}.repair`, '')}</span>
        </li>
      ))}
    </ul>
  );
}
