import { Switch } from 'react-aria-components';
import styles from './switch-field.module.css';

/** Yes or no. */
export function SwitchField({ label, value, onChange }: { label: string; value: boolean; onChange: (value: boolean) => void }) {
  return (
    <Switch isSelected={value} onChange={onChange} className={styles.switch!}>
      <span className={styles.track} aria-hidden="true" />
      {label}
    </Switch>
  );
}
