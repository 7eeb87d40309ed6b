import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { ServiceName } from '@/config/paths';
import { openStream } from './http-client';
import { Problem } from './problem';

export interface StreamEvent {
  id: string;
  type: string;
  data: unknown;
}

export interface StreamListener {
  onEvent: (event: StreamEvent) => void;
  /** Whether events come by themselves just now. */
  onLive: (live: boolean) => void;
}

/** A service says each 10 s that it is still there. */
const SILENCE = 50_000;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

/** No two browsers come back at the same moment. */
export const waitBefore = (attempt: number, chance = Math.random()) =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt) * (0.5 + chance / 2);

/** A refusal that another attempt would not change. */
const isFinal = (error: unknown) => error instanceof Problem && error.status < 500 && error.status !== 429;

/**
 * Server-sent events by fetch, as a browser's own EventSource can carry no token but in its address. It comes back after
 * each break and goes on after the last event that it has seen; while nobody looks at the page it holds no connection,
 * of which a browser has only six.
 */
export class EventStream {
  private readonly over = new AbortController();
  private connection: AbortController | undefined;
  private wake: (() => void) | undefined;
  private last: string | undefined;
  private live = false;

  constructor(
    private readonly service: ServiceName,
    private readonly path: string,
    private readonly listener: StreamListener,
  ) {}

  open(): void {
    const { signal } = this.over;
    document.addEventListener('visibilitychange', this.visibility, { signal });
    addEventListener('online', this.visibility, { signal });
    void this.run();
  }

  close(): void {
    this.over.abort();
    this.connection?.abort();
    this.wake?.();
  }

  private readonly visibility = () => {
    if (document.hidden) this.connection?.abort();
    else this.wake?.();
  };

  private async run(): Promise<void> {
    let attempt = 0;
    while (!this.over.signal.aborted) {
      if (document.hidden) {
        await this.sleep();
        continue;
      }
      try {
        const told = await this.listen();
        if (!told) return;
        attempt = 0;
      } catch (error) {
        if (isFinal(error)) return;
        attempt += 1;
      } finally {
        this.say(false);
      }
      if (!this.over.signal.aborted && !document.hidden) await this.sleep(waitBefore(attempt));
    }
  }

  /** @returns whether there is more to come later; a service that answers 204 has nothing to tell */
  private async listen(): Promise<boolean> {
    const connection = new AbortController();
    this.connection = connection;
    let silence: ReturnType<typeof setTimeout> | undefined;
    const alive = () => {
      clearTimeout(silence);
      silence = setTimeout(() => connection.abort(), SILENCE);
    };
    try {
      const response = await openStream(this.service, this.path, this.last, connection.signal);
      if (response.status === 204 || !response.body) return false;
      this.say(true);
      alive();
      const events = response.body
        .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array<ArrayBuffer>>)
        .pipeThrough(new EventSourceParserStream({ onComment: alive }))
        .getReader();
      for (let next = await events.read(); !next.done; next = await events.read()) {
        alive();
        const { id, event, data } = next.value;
        if (id) this.last = id;
        this.listener.onEvent({ id: id ?? '', type: event ?? 'message', data: JSON.parse(data) as unknown });
      }
      return true;
    } catch (error) {
      // Broken off here, because nobody looks or nothing came.
      if (connection.signal.aborted) return true;
      throw error;
    } finally {
      clearTimeout(silence);
    }
  }

  private say(live: boolean): void {
    if (live === this.live) return;
    this.live = live;
    if (!this.over.signal.aborted) this.listener.onLive(live);
  }

  /** Until the time has passed, or there is a reason not to wait any longer. */
  private sleep(millis?: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = millis === undefined ? undefined : setTimeout(() => this.wake?.(), millis);
      this.wake = () => {
        clearTimeout(timer);
        this.wake = undefined;
        resolve();
      };
      if (this.over.signal.aborted) this.wake();
    });
  }
}
