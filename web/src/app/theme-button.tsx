import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { MoonIcon, SunIcon } from '@/components/ui/icons';

type Theme = 'light' | 'dark';

const chosen = (): Theme | undefined => document.documentElement.dataset.theme as Theme | undefined;
const systems = (): Theme => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

export function ThemeButton() {
  const { t } = useTranslation();
  const [theme, setTheme] = useState<Theme>(() => chosen() ?? systems());
  const other = theme === 'dark' ? 'light' : 'dark';
  const change = () => {
    document.documentElement.dataset.theme = other;
    try {
      localStorage.setItem('safelight.theme', other);
    } catch {
      // It holds until the tab is closed.
    }
    setTheme(other);
  };
  return (
    <Button look="plain" size="small" onPress={change} aria-label={t(`theme.${other}`)}>
      {theme === 'dark' ? <SunIcon /> : <MoonIcon />}
    </Button>
  );
}
