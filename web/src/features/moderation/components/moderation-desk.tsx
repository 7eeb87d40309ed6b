import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { ErrorNotice, Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { formatTime } from '@/lib/format';
import { decide, type Decision } from '../api/decide';
import { getPicture } from '../api/get-picture';
import { getQueue, type Waiting } from '../api/get-queue';
import styles from './moderation-desk.module.css';

/** The reasons that a person may give; the service has the words for each. */
const CODES = [
  'content-not-allowed',
  'not-sharp',
  'poor-quality',
  'bad-exposure',
  'trademark-visible',
  'release-missing',
  'declined',
] as const;

/** Photos that wait for a person, the riskiest first; decided with two keys. */
export function ModerationDesk() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const waiting = useQuery(getQueue());
  const [at, setAt] = useState(0);
  const decision = useMutation({
    mutationFn: decide,
    onSettled: () => queries.invalidateQueries({ queryKey: ['moderation', 'queue'] }),
  });

  if (waiting.isPending) return <Skeleton height="30rem" />;
  if (waiting.isError) return <ErrorNotice error={waiting.error} retry={() => void waiting.refetch()} />;
  const photos = waiting.data;
  if (photos.length === 0)
    return (
      <Notice tone="good" title={t('moderation.none.title')}>
        <p>{t('moderation.none.text')}</p>
      </Notice>
    );
  const index = Math.min(at, photos.length - 1);
  return (
    <>
      {decision.error ? <ErrorNotice error={decision.error} /> : null}
      <Desk
        key={photos[index]!.photoId}
        photo={photos[index]!}
        position={`${index + 1} / ${photos.length}`}
        busy={decision.isPending}
        onDecide={(made) => decision.mutate(made)}
        onMove={(by) => setAt(Math.max(0, Math.min(photos.length - 1, index + by)))}
      />
    </>
  );
}

interface DeskProps {
  photo: Waiting;
  position: string;
  busy: boolean;
  onDecide: (decision: Decision) => void;
  onMove: (by: number) => void;
}

function Desk({ photo, position, busy, onDecide, onMove }: DeskProps) {
  const { t, i18n } = useTranslation();
  const picture = useQuery(getPicture(photo.photoId));
  const [codes, setCodes] = useState<readonly string[]>([]);

  const approve = useCallback(
    () => onDecide({ photoId: photo.photoId, decision: 'approve', reasons: [] }),
    [onDecide, photo.photoId],
  );
  const reject = useCallback(
    () =>
      codes.length > 0 &&
      onDecide({
        photoId: photo.photoId,
        decision: 'reject',
        reasons: codes.map((code) => ({ code })),
      }),
    [onDecide, photo.photoId, codes],
  );

  useEffect(() => {
    const keys: Record<string, () => void> = {
      a: approve,
      r: reject,
      j: () => onMove(1),
      k: () => onMove(-1),
      ...Object.fromEntries(
        CODES.map((code, index) => [
          String(index + 1),
          () => setCodes((chosen) => (chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code])),
        ]),
      ),
    };
    const press = (event: KeyboardEvent) => {
      if (busy || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      keys[event.key]?.();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [approve, reject, onMove, busy]);

  return (
    <div className={styles.desk}>
      <figure className={styles.figure}>
        {picture.data ? (
          <img src={picture.data} alt={photo.title} width={photo.width} height={photo.height} />
        ) : picture.isError ? (
          <ErrorNotice error={picture.error} />
        ) : (
          <Skeleton height="60vh" />
        )}
      </figure>
      <div className={styles.side}>
        <p className={styles.small}>{position}</p>
        <h2>{photo.title || photo.fileName}</h2>
        <p className={styles.small}>
          {t('moderation.facts', { by: photo.contributorId, since: formatTime(photo.waitingSince, i18n.language) })}
        </p>
        <p>
          <strong>{t('moderation.risk', { risk: photo.risk })}</strong> {photo.why}
        </p>
        <Labels title={t('moderation.flags')} labels={photo.moderationLabels} />
        <Labels title={t('moderation.seen')} labels={photo.labels} />
        <Button look="primary" size="large" onPress={approve} isDisabled={busy}>
          {t('moderation.approve')} <kbd>A</kbd>
        </Button>
        <ToggleButtonGroup
          aria-label={t('moderation.reasons')}
          selectionMode="multiple"
          className={styles.reasons!}
          selectedKeys={codes}
          onSelectionChange={(keys) => setCodes([...keys].map(String))}
        >
          {CODES.map((code, index) => (
            <ToggleButton key={code} id={code} className={styles.reason!}>
              <kbd>{index + 1}</kbd> {t(`moderation.reason.${code}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <Button look="danger" size="large" onPress={reject} isDisabled={busy || codes.length === 0}>
          {t('moderation.reject')} <kbd>R</kbd>
        </Button>
        <p className={styles.small}>{t('moderation.keys')}</p>
      </div>
    </div>
  );
}

function Labels({ title, labels }: { title: string; labels: Waiting['labels'] }) {
  if (labels.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul className={styles.labels}>
        {labels.map(({ name, confidence }) => (
          <li key={name}>
            {name} <span className={styles.small}>{Math.round(confidence)} %</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
