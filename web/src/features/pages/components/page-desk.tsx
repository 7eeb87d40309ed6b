import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { ErrorNotice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { TextField } from '@/components/ui/text-field';
import { formatTime } from '@/lib/format';
import { getPages, type PageState } from '../api/get-pages';
import { pageName } from '../page-name';
import styles from './page-desk.module.css';

const HOME: PageState = { page: 'home', version: 0, title: '', draft: 0, published: 0 };

/** All pages of the site, and the way to a new one. The home page is always there. */
export function PageDesk() {
  const pages = useQuery(getPages());
  if (pages.isPending) return <Skeleton height="20rem" />;
  if (pages.isError) return <ErrorNotice error={pages.error} retry={() => void pages.refetch()} />;
  const home = pages.data.find(({ page }) => page === 'home') ?? HOME;
  return (
    <div className={styles.desk}>
      <ul className={styles.list}>
        {[home, ...pages.data.filter(({ page }) => page !== 'home')].map((state) => (
          <PageRow key={state.page} state={state} />
        ))}
      </ul>
      <NewPage />
    </div>
  );
}

function PageRow({ state }: { state: PageState }) {
  const { t, i18n } = useTranslation();
  const { page, title, draft, published, changedAt, changedBy } = state;
  return (
    <li className={styles.row}>
      <Link to="/admin/pages/$page" params={{ page }} className={styles.title}>
        {page === 'home' ? t('pages.home') : title}
      </Link>
      <span className={styles.facts}>{page === 'home' ? '/' : `/pages/${page}`}</span>
      <span className={styles.facts}>
        {published > 0 ? t('pages.shown', { number: published }) : page === 'home' ? t('pages.builtIn') : t('pages.notShown')}
        {draft > published ? ` · ${t('pages.newer', { number: draft })}` : ''}
      </span>
      {changedAt ? (
        <span className={styles.facts}>
          {t('pages.changed', { by: changedBy, at: formatTime(changedAt, i18n.language) })}
        </span>
      ) : null}
    </li>
  );
}

function NewPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const name = pageName(title);
  return (
    <form
      className={styles.new}
      onSubmit={(event) => {
        event.preventDefault();
        if (name) void navigate({ to: '/admin/pages/$page', params: { page: name }, search: { title: title.trim() } });
      }}
    >
      <TextField
        label={t('pages.new.title')}
        value={title}
        onChange={setTitle}
        maxLength={60}
        hint={name ? t('pages.new.address', { address: `/pages/${name}` }) : t('pages.new.hint')}
      />
      <Button type="submit" isDisabled={name === ''}>
        {t('pages.new.go')}
      </Button>
    </form>
  );
}
