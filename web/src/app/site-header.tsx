import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { NotificationBell } from '@/features/notifications/components/notification-bell';
import { SearchBar } from '@/features/search/components/search-bar';
import { readSearchParams } from '@/features/search/search-params';
import { useSession } from '@/features/session/use-session';
import { languages, speak, type Language } from '@/i18n';
import { Mark } from './mark';
import styles from './site-header.module.css';
import { ThemeButton } from './theme-button';

export function SiteHeader() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { user, has, signIn, signOut } = useSession();
  const location = useRouterState({ select: (state) => state.location });
  const { query } = readSearchParams(location.search);
  const other = (Object.keys(languages) as Language[]).find((language) => language !== i18n.language) ?? 'en';

  return (
    <header className={styles.header}>
      <a href="#main" className={styles.skip}>
        {t('nav.skip')}
      </a>
      <div className={styles.bar}>
        <Link to="/" className={styles.logo} aria-label={t('nav.home')}>
          <Mark />
          <span>Safelight</span>
        </Link>
        {location.pathname === '/' ? (
          <span className={styles.space} />
        ) : (
          <div className={styles.search}>
            <SearchBar
              {...(query ? { query } : {})}
              onSearch={(words) => void navigate({ to: '/search', search: words ? { query: words } : {} })}
              onLook={(look) => void navigate({ to: '/search', search: { look } })}
            />
          </div>
        )}
        <nav className={styles.nav} aria-label={t('nav.label')}>
          <Link to="/search">{t('nav.explore')}</Link>
          <Link to="/packs">{t('nav.packs')}</Link>
          {has('photographer') ? <Link to="/uploads">{t('nav.uploads')}</Link> : null}
          {has('photographer') ? <Link to="/sales">{t('nav.sales')}</Link> : null}
          {has('buyer') ? <Link to="/purchases">{t('nav.purchases')}</Link> : null}
          {has('moderator', 'admin') ? <Link to="/moderation">{t('nav.moderation')}</Link> : null}
          {has('admin') ? <Link to="/admin">{t('nav.admin')}</Link> : null}
        </nav>
        <div className={styles.tools}>
          {user ? <NotificationBell /> : null}
          <ThemeButton />
          <Button look="plain" size="small" onPress={() => void speak(other)} aria-label={languages[other]}>
            <span lang={other}>{other.toUpperCase()}</span>
          </Button>
          {user ? (
            <Button size="small" onPress={() => void signOut()} aria-label={t('nav.signOut', { name: user.name })}>
              {user.name}
            </Button>
          ) : (
            <Button look="primary" size="small" onPress={() => void signIn()}>
              {t('nav.signIn')}
            </Button>
          )}
        </div>
      </div>
    </header>
  );
}
