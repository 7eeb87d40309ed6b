import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/features/session/use-session';
import { adminPages } from '../admin-pages';
import styles from './admin-frame.module.css';

/** What all pages for administrators have in common: the way to the others. */
export function AdminFrame() {
  const { has } = useSession();
  return (
    <>
      {has('admin') ? <AdminNav /> : null}
      <Outlet />
    </>
  );
}

function AdminNav() {
  const { t } = useTranslation();
  const nav = useRef<HTMLElement>(null);
  const path = useLocation({ select: ({ pathname }) => pathname });
  useEffect(() => {
    // On a phone it is wider than the window: where one is comes into sight.
    const here = nav.current?.querySelector('[aria-current=page]');
    if (here instanceof HTMLElement) nav.current!.scrollLeft = here.offsetLeft - (nav.current!.clientWidth - here.clientWidth) / 2;
  }, [path]);
  return (
    <nav ref={nav} className={styles.nav} aria-label={t('admin.label')}>
      {adminPages.map(({ to, key }) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/admin' }}>
          {t(`admin.pages.${key}.title`)}
        </Link>
      ))}
    </nav>
  );
}
