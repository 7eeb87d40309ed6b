import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useSettled } from './use-settled';

describe('a value that settles', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is the last of many that came quickly', () => {
    const seen = renderHook(({ words }) => useSettled(words), { initialProps: { words: '' } });
    for (const words of ['s', 'se', 'sea']) {
      seen.rerender({ words });
      act(() => void vi.advanceTimersByTime(100));
      expect(seen.result.current).toBe('');
    }
    act(() => void vi.advanceTimersByTime(50));
    expect(seen.result.current).toBe('sea');
  });
});
