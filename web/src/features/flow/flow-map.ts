import { services, type ServiceName } from '@/config/paths';
import type { MeasuredFlow, Queue } from './api/get-flow';

/** What a service has answered; nothing if it did not. */
export type Answers = Readonly<Partial<Record<ServiceName, MeasuredFlow>>>;

export interface Stop {
  service: ServiceName;
  /** Absent if the service does not answer. */
  measured?: MeasuredFlow;
  topics: readonly string[];
  work?: Queue;
  /** What lies in both dead-letter queues; undefined if nobody knows. */
  dead: number | undefined;
  /** Messages a second. */
  rate: number;
  /** The longest that a message of the last minutes has waited, in seconds. */
  slowest: number;
  /** How long its queue was not seen empty, in seconds. */
  busy: number;
}

export interface Way {
  id: string;
  topic: string;
  from: ServiceName;
  to: ServiceName;
  types: readonly string[];
  rate: number;
}

export interface FlowMap {
  stops: readonly Stop[];
  ways: readonly Way[];
}

/**
 * Joins what each service says of itself: who speaks on a topic, who hears it, and how much. Pure. A topic whose owner
 * does not answer is known by its name, as all are called safelight-(owner)-(kind).
 */
export function flowMap(answers: Answers): FlowMap {
  const stops = services.map((service) => stop(service, answers));
  const owner = new Map<string, ServiceName>();
  for (const { service, topics } of stops) for (const topic of topics) owner.set(topic, service);
  const ways = stops.flatMap(({ service, measured }) =>
    (measured?.flow.listens ?? []).flatMap(({ topic, types }) => {
      const from = owner.get(topic);
      const rates = measured?.rates ?? {};
      return from ? [{ id: `${topic} ${service}`, topic, from, to: service, types, rate: sum(types.map((type) => rates[type] ?? 0)) }] : [];
    }),
  );
  return { stops, ways };
}

function stop(service: ServiceName, answers: Answers): Stop {
  const measured = answers[service];
  const heard = Object.values(answers).flatMap(({ flow }) => flow.listens.map(({ topic }) => topic));
  const topics = new Set([...(measured?.flow.topics ?? []), ...heard.filter((topic) => ownerByName(topic) === service)]);
  const queues = measured?.flow.queues ?? [];
  const work = queues.find(({ kind }) => kind === 'WORK');
  const dead = queues.filter(({ kind }) => kind !== 'WORK').map(({ waiting }) => waiting);
  return {
    service,
    ...(measured ? { measured } : {}),
    topics: [...topics].sort(),
    ...(work ? { work } : {}),
    dead: dead.some((waiting) => typeof waiting !== 'number') ? undefined : sum(dead.map(Number)),
    rate: sum(Object.values(measured?.rates ?? {})),
    slowest: Math.max(0, ...(measured?.flow.types.map(({ slowestAgeSeconds }) => slowestAgeSeconds) ?? [])),
    busy: measured?.busy ?? 0,
  };
}

const ownerByName = (topic: string) => services.find((service) => topic.startsWith(`safelight-${service}-`));

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** A topic without what all of them have in common. */
export const shortTopic = (topic: string) => topic.replace(/^safelight-/, '');
