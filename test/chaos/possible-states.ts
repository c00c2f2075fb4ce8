import type { SessionFacts, Span, Told } from './facts';

/** What can be told of a session, once its repetitions are left out. */
type Fact = 'opened' | 'success' | 'failure' | 'review' | 'somebody else' | 'another identity';

/** After its link's end Incode may deliver for this long. */
export const RESULT_GRACE_MS = 33 * 60_000;
const RESULTS: ReadonlySet<Fact> = new Set<Fact>(['success', 'failure']);

/**
 * The states in which a session of ours may rightly be between two times, by what Incode told of it and when a newer
 * link replaced it. Several where it can't be seen from outside what came first, or whether it came at all.
 */
export function possibleStates(session: SessionFacts, from: number, to: number): Set<string> {
  const spans = spansOf(session.told.filter((told) => told.from <= to));
  const certain = [...spans].filter(([, { until }]) => until <= from).map(([fact]) => fact);
  const others = [...spans.keys()].filter((fact) => !certain.includes(fact));
  const states = new Set<string>();
  for (const some of subsets(others)) {
    const facts = new Set([...certain, ...some]);
    const plain = [stateOf(facts, session, from), stateOf(facts, session, to)];
    const atLast = facts.has('somebody else')
      ? ['mismatch']
      : afterReplacement(session, facts, spans, { from, until: to }, plain);
    for (const state of atLast) states.add(state);
  }
  return afterObjection(session, states, from, to);
}

/** What an objection makes of the states: it holds over all but another person's result. */
function afterObjection(
  { objected }: SessionFacts,
  states: Set<string>,
  from: number,
  to: number,
): Set<string> {
  if (!objected || objected.from > to) return states;
  const isCertain = objected.until <= from;
  const remaining = isCertain ? [...states].filter((state) => state === 'mismatch') : states;
  return new Set([...remaining, 'objected']);
}

function afterReplacement(
  { replaced }: SessionFacts,
  facts: Set<Fact>,
  spans: Map<Fact, Span>,
  { from, until }: Span,
  plain: string[],
): string[] {
  if (!replaced || replaced.from > until) return plain;
  const verdicts = [...facts].filter((fact) => RESULTS.has(fact)).map((fact) => spans.get(fact) ?? replaced);
  if (verdicts.some((verdict) => verdict.until <= replaced.from)) return plain;
  const isReplacedFirst = verdicts.every((verdict) => verdict.from >= replaced.until);
  return replaced.until <= from && isReplacedFirst ? ['superseded'] : [...plain, 'superseded'];
}

function stateOf(facts: Set<Fact>, session: SessionFacts, now: number): string {
  if (facts.has('somebody else')) return 'mismatch';
  if (facts.has('success')) return stateOfSuccess(facts);
  if (facts.has('failure')) return 'failed';
  return facts.has('review') ? 'review' : stateWithoutVerdict(facts, session, now);
}

function stateOfSuccess(facts: Set<Fact>): string {
  if (facts.has('failure')) return 'conflicting';
  return facts.has('another identity') ? 'identity-changed' : 'passed';
}

function stateWithoutVerdict(facts: Set<Fact>, { linkEndsAt }: SessionFacts, now: number): string {
  const isOpened = facts.has('opened') || facts.has('another identity');
  if (isOpened) return now < linkEndsAt + RESULT_GRACE_MS ? 'started' : 'no-result';
  return now < linkEndsAt ? 'sent' : 'expired';
}

function spansOf(told: Told[]): Map<Fact, Span> {
  const spans = new Map<Fact, Span>();
  for (const each of told) {
    const fact = factOf(each);
    const { from, until } = spans.get(fact) ?? each;
    spans.set(fact, { from: Math.min(from, each.from), until: Math.min(until, each.until) });
  }
  return spans;
}

function factOf({ event, isAboutSomebodyElse, isOfAnotherIdentity }: Told): Fact {
  if (isOfAnotherIdentity) return 'another identity';
  if (event === 'SESSION_STARTED') return 'opened';
  if (isAboutSomebodyElse) return 'somebody else';
  if (event === 'SESSION_SUCCEEDED') return 'success';
  return event === 'SESSION_FAILED' ? 'failure' : 'review';
}

function subsets<T>(all: T[]): T[][] {
  return all.reduce<T[][]>((sets, each) => [...sets, ...sets.map((set) => [...set, each])], [[]]);
}
