/** Lets whatever can go on without a timer go on, `count` turns of the event loop long. */
export async function eventLoopTurns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise(setImmediate);
}
