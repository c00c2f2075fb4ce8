/** Rounds that a call may take before the clock moves without its answer. */
const MOST_ROUNDS = 500;

/**
 * Moves the frame's clock only when what the app asked before has been answered: an answer that is on its way takes
 * real time, and must not seem to have taken as long as the clock was moved.
 * @param isWaiting whether an answer is on its way
 * @param nextRound calls back after a moment of real time
 * @returns moves the clock to an offset in milliseconds; of several that wait, the last one counts
 */
export function afterAnswers(
  setOffset: (offset: number) => void,
  isWaiting: () => boolean,
  nextRound: (run: () => void) => void,
): (offset: number) => void {
  let wanted: number | undefined;
  const round = (left: number): void => {
    if (wanted === undefined) return;
    if (left > 0 && isWaiting()) {
      nextRound(() => {
        round(left - 1);
      });
      return;
    }
    const offset = wanted;
    wanted = undefined;
    setOffset(offset);
  };
  return (offset) => {
    const isUnderWay = wanted !== undefined;
    wanted = offset;
    if (!isUnderWay) round(MOST_ROUNDS);
  };
}
