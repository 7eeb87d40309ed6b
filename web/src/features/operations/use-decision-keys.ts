import { useEffect } from 'react';
import type { Action } from './api/decide-parked';

const KEYS: Record<string, Action> = { r: 'redrive', d: 'discard' };

/** A letter opens the dialog in which the decision is made; while nothing may be decided, none does. */
export function useDecisionKeys(ready: boolean, onDecide: (action: Action) => void): void {
  useEffect(() => {
    if (!ready) return;
    const press = (event: KeyboardEvent) => {
      const action = KEYS[event.key];
      if (!action || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      // Or the letter would be the first of the reason.
      event.preventDefault();
      onDecide(action);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [ready, onDecide]);
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'checkbox');
