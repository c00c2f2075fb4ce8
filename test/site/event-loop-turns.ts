/** Waits `count` turns of the event loop, in which all goes on that needs no timer. */
export async function eventLoopTurns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise(setImmediate);
}
