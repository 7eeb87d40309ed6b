import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { ErrorNotice } from '@/components/ui/notice';
import { session } from '@/features/session/session';

let finishing: Promise<string> | undefined;

/** Where the identity provider sends people back to. Its code works once, so it is redeemed once. */
export function CallbackPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    finishing ??= session.finish();
    finishing
      .then((returnTo) => navigate({ href: returnTo, replace: true }), setError)
      .finally(() => (finishing = undefined));
  }, [navigate]);
  return (
    <Page title={t('session.finishing')} untitled>
      {error ? (
        <ErrorNotice alone error={error} retry={() => void session.signIn('/')} />
      ) : (
        <p role="status" className="visually-hidden">
          {t('session.finishing')}
        </p>
      )}
    </Page>
  );
}
