import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')} untitled>
      <Notice
        alone
        title={t('notFound.title')}
        action={
          <Link to="/" className={buttonClass('primary')}>
            {t('notFound.go')}
          </Link>
        }
      >
        <p>{t('notFound.text')}</p>
      </Notice>
    </Page>
  );
}
