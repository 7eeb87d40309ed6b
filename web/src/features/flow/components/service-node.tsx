import { Handle, Position, type NodeProps } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { shortTopic } from '../flow-map';
import { useNumbers } from '../use-numbers';
import type { ServiceNodeType } from './flow-picture';
import styles from './flow-picture.module.css';

/** Seconds after which somebody should look. */
const LONG = 60;

/** A service with its queue on the left, where messages come in, and its topics on the right. */
export function ServiceNode({ data: { stop } }: NodeProps<ServiceNodeType>) {
  const { t } = useTranslation();
  const { count, rate, seconds } = useNumbers();
  const { measured, work, dead, topics } = stop;
  const parked = measured?.flow.parked ?? 0;
  const outbox = measured?.flow.outbox;
  const trouble = !measured || parked > 0 || (dead ?? 0) > 0;
  return (
    <div className={styles.node} data-trouble={trouble || undefined} data-busy={stop.rate > 0 || undefined}>
      <Handle type="target" position={Position.Left} className={styles.handle} />
      <p className={styles.head}>
        <strong>{stop.service}</strong>
        <span>{measured ? rate(stop.rate) : t('flow.silent')}</span>
      </p>
      {measured ? (
        <dl className={styles.facts}>
          <Fact name={t('flow.waiting')} value={count(work?.waiting)} />
          <Fact name={t('flow.inFlight')} value={count(work?.inFlight)} />
          <Fact name={t('flow.slowest')} value={seconds(stop.slowest)} />
          <Fact name={t('flow.busy')} value={seconds(stop.busy)} bad={stop.busy > LONG} />
          <Fact name={t('flow.outbox')} value={count(outbox?.pending)} />
          <Fact name={t('flow.oldest')} value={seconds(outbox?.oldestAgeSeconds ?? 0)} bad={(outbox?.oldestAgeSeconds ?? 0) > LONG} />
          <Fact name={t('flow.dead')} value={count(dead)} bad={(dead ?? 0) > 0} />
          <Fact name={t('flow.parked')} value={count(parked)} bad={parked > 0} />
        </dl>
      ) : null}
      <ul className={styles.topics}>
        {topics.map((topic) => (
          <li key={topic}>
            {shortTopic(topic)}
            <Handle type="source" id={topic} position={Position.Right} className={styles.handle} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Fact({ name, value, bad = false }: { name: string; value: string; bad?: boolean }) {
  return (
    <div data-bad={bad || undefined}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
