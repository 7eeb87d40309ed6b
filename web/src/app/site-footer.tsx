import { useTranslation } from 'react-i18next';
import { paths } from '@/config/paths';
import styles from './site-footer.module.css';

export function SiteFooter() {
  const { t } = useTranslation();
  return (
    <footer className={styles.footer}>
      <p>{t('footer.about')}</p>
      <a href={paths.apiDocs}>{t('footer.api')}</a>
    </footer>
  );
}
