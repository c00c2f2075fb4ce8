import { z } from 'zod';
import type { Clock } from '../clock';
import { CALL_TARGETS } from '../journal';
import type { PlatformCall } from '../journal';
import { realm } from './realm';

export type CallTargetName = PlatformCall['target'];

const callFault = z
  .strictObject({
    target: z.enum(CALL_TARGETS),
    /** Part of `<method> <path>`. */
    match: z.string().optional(),
    /** Answered instead of doing anything. */
    status: z.int().min(400).max(599).optional(),
    /** Milliseconds before it is done. */
    delay: z.number().min(0).optional(),
    /** Done, but the answer is lost: the app sees a broken connection, or with `hang` nothing. */
    drop: z.boolean().optional(),
    /** Done, and answered with a JSON object that means nothing. */
    garble: z.boolean().optional(),
    /** Never answered; not done either, unless with `drop`. */
    hang: z.boolean().optional(),
    /** How many calls it meets; without it, all of them until a reset. */
    times: z.int().min(1).optional(),
  })
  .refine(
    ({ status, delay, drop, garble, hang }) =>
      [status, delay, drop, garble, hang].some((what) => what !== undefined),
    {
      error: 'One of status, delay, drop, garble and hang says what goes wrong.',
    },
  );

const invocationFault = z
  .strictObject({
    target: z.literal('invocation'),
    /** A module's key; without it, every module. */
    match: z.string().optional(),
    /** Ended like a process before its Nth platform call is made, from 1. */
    killBefore: z.int().min(1).optional(),
    /** Ended like a process when its Nth platform call has been done, before the answer arrives. */
    killAfter: z.int().min(1).optional(),
    /** How many invocations it meets; without it, all of them until a reset. */
    times: z.int().min(1).optional(),
  })
  .refine(({ killBefore, killAfter }) => (killBefore === undefined) !== (killAfter === undefined), {
    error: 'Either killBefore or killAfter says at which call.',
  });

export const faultSchema = z.union([callFault, invocationFault]);

export type CallFault = z.output<typeof callFault>;
export type InvocationFault = z.output<typeof invocationFault>;
export type Fault = CallFault | InvocationFault;

/** Extra milliseconds for each call of a target. */
export type Latency = Partial<Record<CallTargetName | 'incode', number>>;

/** Faults and latency between the app and its platform. */
export class Faults {
  private list: Fault[] = [];

  private readonly clock: Clock;
  private readonly latency: (target: CallTargetName) => number;

  /** @param latency milliseconds that each call takes before it is done */
  constructor(clock: Clock, latency: (target: CallTargetName) => number) {
    this.clock = clock;
    this.latency = latency;
  }

  add(fault: Fault): void {
    this.list.push(fault);
  }

  clear(): void {
    this.list = [];
  }

  /** The faults that were set and are not used up. */
  waiting(): readonly Fault[] {
    return this.list;
  }

  /**
   * Makes a call, as the first fault that matches changes it.
   * @throws a TypeError like that of `fetch` where the answer is lost
   */
  async apply(target: CallTargetName, line: string, perform: () => Promise<Response>): Promise<Response> {
    await this.wait(this.latency(target));
    const fault = this.take(
      (each): each is CallFault => each.target === target && line.includes(each.match ?? ''),
    );
    return fault ? this.meet(fault, perform) : perform();
  }

  /** Whether an invocation of a module is to be ended before, or after, its `nth` call. */
  killing(moduleKey: string, nth: number): 'before' | 'after' | undefined {
    const fault = this.take(
      (each): each is InvocationFault =>
        each.target === 'invocation' &&
        (each.match ?? moduleKey) === moduleKey &&
        (each.killBefore ?? each.killAfter) === nth,
    );
    return fault && (fault.killBefore === undefined ? 'after' : 'before');
  }

  private async meet(
    { delay, drop, garble, hang, status }: CallFault,
    perform: () => Promise<Response>,
  ): Promise<Response> {
    await this.wait(delay);
    if (status !== undefined) return refusal(status);
    if (hang && !drop) return never();
    const answer = await perform();
    if (hang) return never();
    if (drop) throw new realm.TypeError('fetch failed');
    return garble ? Response.json({ garbled: true }) : answer;
  }

  private take<Kind extends Fault>(meets: (fault: Fault) => fault is Kind): Kind | undefined {
    const fault = this.list.find(meets);
    if (fault?.times === undefined) return fault;
    const left = fault.times - 1;
    this.list = this.list.flatMap((each) =>
      each !== fault ? [each] : left > 0 ? [{ ...fault, times: left }] : [],
    );
    return fault;
  }

  private async wait(delayMs: number | undefined): Promise<void> {
    if (delayMs) await this.clock.sleep(delayMs);
  }
}

function refusal(status: number): Response {
  const code = status === 429 ? 'RATE_LIMIT_EXCEEDED' : 'FAULT';
  return Response.json({ code, message: 'A fault set on this site', status }, { status });
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
