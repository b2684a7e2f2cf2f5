/** One event of a stream. */
export interface ServerEvent {
  readonly type: string;
  readonly id: string | null;
}

/**
 * Reads server-sent events as they come. Their data are not needed: an event says what to read again, not what it is.
 *
 * @param heard - Called with every piece that comes, also with the beats that only keep the line open.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  heard: () => void,
): AsyncGenerator<ServerEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const stop = (): void => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || signal.aborted) return;
      heard();
      const blocks = (rest + decoder.decode(value, { stream: true })).split(/\r?\n\r?\n/);
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const fields = new Map(
          block.split(/\r?\n/).map((line) => [line.split(':', 1)[0] ?? '', line.replace(/^\w+: ?/, '')]),
        );
        if (fields.has('data')) yield { type: fields.get('event') ?? 'message', id: fields.get('id') ?? null };
      }
    }
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}
