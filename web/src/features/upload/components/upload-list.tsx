import { useVirtualizer } from '@tanstack/react-virtual';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { Checkbox } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { CheckIcon } from '@/components/ui/icons';
import { formatBytes } from '@/lib/format';
import type { UploadEngine } from '../upload-engine';
import type { Queue, QueuedFile } from '../upload-queue';
import { Thumbnail } from './thumbnail';
import styles from './upload.module.css';

interface UploadListProps {
  files: Queue;
  engine: UploadEngine;
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
}

/** One row for each file; of thousands only those in sight exist. */
export function UploadList({ files, engine, selected, onSelect }: UploadListProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: files.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 76,
    overscan: 8,
    getItemKey: (index) => files[index]!.id,
  });
  const toggle = (id: string) => {
    const changed = new Set(selected);
    if (!changed.delete(id)) changed.add(id);
    onSelect(changed);
  };
  return (
    <div ref={scroller} className={styles.scroller} tabIndex={0} role="region" aria-label={t('upload.list')}>
      <ul className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => (
          <li key={key} data-index={index} ref={virtualizer.measureElement} className={styles.place} style={{ transform: `translateY(${start}px)` }}>
            <Row
              file={files[index]!}
              selected={selected.has(files[index]!.id)}
              onToggle={() => toggle(files[index]!.id)}
              engine={engine}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface RowProps {
  file: QueuedFile;
  selected: boolean;
  onToggle: () => void;
  engine: UploadEngine;
}

function Row({ file, selected, onToggle, engine }: RowProps) {
  const { t, i18n } = useTranslation();
  const percent = Math.round(file.progress * 100);
  const moving = file.stage === 'sending' || file.stage === 'hashing' || file.stage === 'paused';
  return (
    <div className={styles.row} data-stage={file.stage}>
      <Checkbox className={styles.box!} isSelected={selected} onChange={onToggle} aria-label={t('upload.select', { name: file.name })}>
        <CheckIcon />
      </Checkbox>
      <Thumbnail file={engine.source(file.id)} />
      <div className={styles.what}>
        <p className={styles.name}>{file.title || file.name}</p>
        <p className={styles.small}>
          {file.path} · {formatBytes(file.bytes, i18n.language)}
          {file.keywords.length > 0 ? ` · ${file.keywords.join(', ')}` : ''}
        </p>
        {file.reasons.map(({ code, message, repair }) => (
          <p key={code} className={styles.reason}>
            {message || t(`reason.${code}.message`, code)} {repair || t(`reason.${code}.repair`, '')}
          </p>
        ))}
      </div>
      <div className={styles.stage}>
        <span>{file.stage === 'publishing' && file.saga ? t(`saga.${file.saga}`) : t(`upload.stage.${file.stage}`)}</span>
        {moving ? (
          <progress max={100} value={percent} aria-label={t('upload.progress', { name: file.name })}>
            {percent} %
          </progress>
        ) : null}
        {file.photoId && ['publishing', 'published', 'refused', 'duplicate'].includes(file.stage) ? (
          <Link to="/uploads/$photoId" params={{ photoId: file.photoId }}>
            {t('upload.timeline')}
          </Link>
        ) : null}
        {file.stage === 'failed' ? (
          <Button size="small" onPress={() => engine.retry(file.id)}>
            {t('error.retry')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
