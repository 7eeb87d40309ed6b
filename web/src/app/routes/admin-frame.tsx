import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/features/session/use-session';
import { adminPages } from '../admin-pages';
import styles from './admin-frame.module.css';

/** What all pages for administrators have in common: the way to the others. */
export function AdminFrame() {
  const { t } = useTranslation();
  const { has } = useSession();
  return (
    <>
      {has('admin') ? (
        <nav className={styles.nav} aria-label={t('admin.label')}>
          {adminPages.map(({ to, key }) => (
            <Link key={to} to={to} activeOptions={{ exact: to === '/admin' }}>
              {t(`admin.pages.${key}.title`)}
            </Link>
          ))}
        </nav>
      ) : null}
      <Outlet />
    </>
  );
}
