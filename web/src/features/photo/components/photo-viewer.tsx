import { useTranslation } from 'react-i18next';
import Lightbox from 'yet-another-react-lightbox';
import Zoom from 'yet-another-react-lightbox/plugins/zoom';
import 'yet-another-react-lightbox/styles.css';
import type { PhotoDetails } from '../api/get-photo';
import { altText } from '../photo';

export default function PhotoViewer({ photo, onClose }: { photo: PhotoDetails; onClose: () => void }) {
  const { t } = useTranslation();
  const largest = photo.previews.at(-1)!;
  const slide = {
    src: largest.url,
    alt: altText(photo),
    width: largest.width,
    height: largest.height,
    srcSet: photo.previews.map(({ url, width, height }) => ({ src: url, width, height })),
  };
  return (
    <Lightbox
      open
      close={onClose}
      slides={[slide]}
      plugins={[Zoom]}
      carousel={{ finite: true }}
      zoom={{ maxZoomPixelRatio: 3 }}
      render={{ buttonPrev: () => null, buttonNext: () => null }}
      labels={{ Close: t('photo.close'), 'Zoom in': t('photo.zoomIn'), 'Zoom out': t('photo.zoomOut') }}
    />
  );
}
