type Listener = (payload: unknown) => void;

const listeners = new Map<string, Set<Listener>>();

/** Tells every frame on this page that listens, as `events.emit` of the bridge does. */
export function emitToFrames(event: string, payload: unknown): void {
  for (const listener of listeners.get(event) ?? []) listener(payload);
}

/** @returns ends the listening */
export function listenToFrames(event: string, listener: Listener): () => void {
  const own = listeners.get(event) ?? new Set();
  listeners.set(event, own.add(listener));
  return () => own.delete(listener);
}
