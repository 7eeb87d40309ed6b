import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';

interface ResubmitButtonProps {
  title: string;
  onFile: (file: File) => void;
}

/** The new try of a photo that was refused, from where its reasons are read. */
export function ResubmitButton({ title, onFile }: ResubmitButtonProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="small" onPress={() => input.current?.click()} aria-label={t('upload.resubmitThis', { title })}>
        {t('upload.resubmit')}
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,image/tiff,image/webp"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
