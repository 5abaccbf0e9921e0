import { describe, expect, it } from 'vitest';
import { Cancelled } from '#contract/client.ts';
import { useAsked } from '#renderer/src/useAsked.ts';

function later() {
  const waiting: {
    question: string;
    signal: AbortSignal;
    answer: (text: string) => void;
    refuse: (error: Error) => void;
  }[] = [];
  const asked = useAsked(
    (question: string, { signal }) =>
      new Promise<string>((answer, refuse) => {
        signal.addEventListener('abort', () => refuse(new Cancelled()));
        waiting.push({ question, signal, answer, refuse });
      }),
  );
  return { asked, waiting };
}

describe('asking the host', () => {
  it('lets the newest question win and aborts the one before', async () => {
    const { asked, waiting } = later();
    const first = asked.ask('first');
    const second = asked.ask('second');
    expect(waiting[0].signal.aborted).toBe(true);
    waiting[1].answer('b');
    expect(await first).toBeNull();
    expect(await second).toBe('b');
    expect([asked.answer.value, asked.loading.value, asked.problem.value]).toEqual(['b', false, null]);
  });

  it('keeps the last answer while the next is on its way, and when it fails', async () => {
    const { asked, waiting } = later();
    const first = asked.ask('first');
    waiting[0].answer('a');
    await first;
    const second = asked.ask('second');
    expect([asked.answer.value, asked.loading.value]).toEqual(['a', true]);
    waiting[1].refuse(Object.assign(new Error('no'), { code: 'matrix.noFear', params: {} }));
    await second;
    expect([asked.answer.value, asked.loading.value]).toEqual(['a', false]);
    expect(asked.problem.value).toEqual({ code: 'matrix.noFear', params: {} });
  });

  it('names what was not foreseen', async () => {
    const { asked, waiting } = later();
    const first = asked.ask('first');
    waiting[0].refuse(new TypeError('odd'));
    await first;
    expect(asked.problem.value).toEqual({ code: 'internal', params: { detail: 'odd' } });
  });

  it('is quiet when stopped', async () => {
    const { asked } = later();
    const first = asked.ask('first');
    asked.stop();
    expect(await first).toBeNull();
    expect([asked.loading.value, asked.problem.value]).toEqual([false, null]);
  });
});
