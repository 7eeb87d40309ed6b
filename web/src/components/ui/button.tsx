import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';

interface ButtonProps extends AriaButtonProps {
  look?: 'primary' | 'quiet' | 'danger' | 'plain';
  size?: 'small' | 'normal' | 'large';
}

/** While it is pending it keeps the focus, and a press does nothing. */
export function Button({ look = 'quiet', size = 'normal', className, isPending = false, onPress, type, ...props }: ButtonProps) {
  const given = typeof className === 'string' ? className : '';
  return (
    <AriaButton
      {...props}
      type={isPending ? 'button' : (type ?? 'button')}
      {...(onPress && !isPending ? { onPress } : {})}
      {...(isPending ? { 'aria-disabled': true, 'data-pending': true } : {})}
      className={`${styles.button} ${styles[look]} ${styles[size]} ${given}`}
    />
  );
}

/** For a link that asks to be pressed. */
export const buttonClass = (look: 'primary' | 'quiet' = 'quiet', size: 'small' | 'normal' | 'large' = 'normal') =>
  `${styles.button} ${styles[look]} ${styles[size]}`;
