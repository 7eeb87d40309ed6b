import { useTranslation } from 'react-i18next';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { useSession } from '@/features/session/use-session';
import { useOnline } from '@/lib/use-online';

/** No network, or a sign-in that has run out: what was begun waits, and this says for what. */
export function SiteBanners() {
  const { t } = useTranslation();
  const online = useOnline();
  const { user, signInAgain } = useSession();
  if (!online) return <Banner>{t('banner.offline')}</Banner>;
  if (!user?.expired) return null;
  return (
    <Banner
      action={
        <Button look="primary" size="small" onPress={() => void signInAgain().catch(() => undefined)}>
          {t('banner.signInAgain')}
        </Button>
      }
    >
      {t('banner.expired')}
    </Banner>
  );
}
