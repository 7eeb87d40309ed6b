import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { siteConfig } from '@/config/site-config';
import { RightsTables } from '@/features/operations/components/rights-table';
import { SignedInOnly } from '@/features/session/components/signed-in-only';
import { useSession } from '@/features/session/use-session';
import { formatTime } from '@/lib/format';
import styles from './admin-roles.module.css';

const ROLES = ['buyer', 'photographer', 'moderator', 'admin'] as const;

export function AdminRolesPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('admin.pages.roles.title')} lead={t('admin.pages.roles.lead')}>
      <SignedInOnly roles={['admin']}>
        <div className={styles.roles}>
          <Me />
          <section aria-labelledby="meaning">
            <h2 id="meaning">{t('roles.meaning')}</h2>
            <dl className={styles.meanings}>
              {ROLES.map((role) => (
                <div key={role}>
                  <dt>{t(`role.${role}`)}</dt>
                  <dd>{t(`roles.text.${role}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section aria-labelledby="rights">
            <h2 id="rights">{t('roles.rights')}</h2>
            <p className={styles.lead}>{t('roles.rightsLead')}</p>
            <RightsTables />
          </section>
        </div>
      </SignedInOnly>
    </Page>
  );
}

function Me() {
  const { t, i18n } = useTranslation();
  const { user } = useSession();
  const issuer = useQuery({ queryKey: ['site-config'], queryFn: siteConfig, staleTime: Infinity }).data?.issuer;
  if (!user) return null;
  const roles = user.roles.map((role) => t(`role.${role}`, role)).join(', ');
  return (
    <section className={styles.me} aria-labelledby="me">
      <h2 id="me">{t('roles.me', { name: user.name })}</h2>
      <p>{t('roles.mine', { id: user.id, roles })}</p>
      {Number.isFinite(user.expiresAt) ? (
        <p>{t('roles.until', { time: formatTime(new Date(user.expiresAt).toISOString(), i18n.language) })}</p>
      ) : null}
      <p>{t('roles.source', { issuer: issuer ?? '…' })}</p>
    </section>
  );
}
