import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Role } from '../session';
import { useSession } from '../use-session';

interface SignedInOnlyProps {
  roles: Role[];
  children: ReactNode;
}

/** Asks a stranger to sign in. The services decide what may be read; this only says it kindly. */
export function SignedInOnly({ roles, children }: SignedInOnlyProps) {
  const { t } = useTranslation();
  const { user, has, signIn } = useSession();
  if (!user)
    return (
      <Notice
        title={t('session.signIn.title')}
        action={
          <Button look="primary" onPress={() => void signIn()}>
            {t('nav.signIn')}
          </Button>
        }
      >
        <p>{t('session.signIn.text')}</p>
      </Notice>
    );
  if (!has(...roles))
    return (
      <Notice title={t('session.wrongRole.title')}>
        <p>{t('session.wrongRole.text', { roles: roles.map((role) => t(`role.${role}`)).join(', ') })}</p>
      </Notice>
    );
  return children;
}
