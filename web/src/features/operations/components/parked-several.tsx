import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import type { Action } from '../api/decide-parked';
import type { Waiting } from '../api/get-parked';
import { useDecisionKeys } from '../use-decision-keys';
import { DecisionButtons } from './decision-buttons';
import { DecisionDialog } from './decision-dialog';
import styles from './parked-desk.module.css';

interface ParkedSeveralProps {
  messages: readonly Waiting[];
  onNone: () => void;
  onDone: (action: Action, count: number) => void;
}

/** Several messages that one decision is made for: how many of what. */
export function ParkedSeveral({ messages, onNone, onDone }: ParkedSeveralProps) {
  const { t } = useTranslation();
  const [deciding, setDeciding] = useState<Action>();
  useDecisionKeys(deciding === undefined, setDeciding);
  return (
    <section className={styles.details} aria-labelledby="several">
      <h2 id="several">{t('parked.several.title', { count: messages.length })}</h2>
      <DecisionButtons onDecide={setDeciding} />
      <ul className={styles.kinds}>
        {kinds(messages).map(([key, { service, type, reasons, count }]) => (
          <li key={key}>
            <p>
              <strong>{type ?? t('parked.unreadable')}</strong> <span className={styles.service}>{service}</span>{' '}
              {t('parked.several.times', { count })}
            </p>
            {[...reasons].map((reason) => (
              <p key={reason} className={styles.small}>
                {reason}
              </p>
            ))}
          </li>
        ))}
      </ul>
      <p>
        <Button size="small" onPress={onNone}>
          {t('parked.several.none')}
        </Button>
      </p>
      {deciding ? (
        <DecisionDialog
          messages={messages}
          action={deciding}
          onClose={() => setDeciding(undefined)}
          onDone={() => onDone(deciding, messages.length)}
        />
      ) : null}
    </section>
  );
}

function kinds(messages: readonly Waiting[]) {
  const found = new Map<string, { service: string; type: string | undefined; reasons: Set<string>; count: number }>();
  for (const { service, type, reason } of messages) {
    const key = `${service} ${type}`;
    const kind = found.get(key) ?? { service, type, reasons: new Set<string>(), count: 0 };
    kind.reasons.add(reason);
    found.set(key, { ...kind, count: kind.count + 1 });
  }
  return [...found];
}
