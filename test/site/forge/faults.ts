import { z } from 'zod';
import type { Clock } from '../clock';
import type { PlatformCall } from '../journal';
import { realm } from './realm';

export type CallTargetName = PlatformCall['target'];

const TARGETS = [
  'jira',
  'kvs',
  'secret',
  'queue',
  'realtime',
  'graphql',
  'egress',
] as const satisfies CallTargetName[];

export const faultSchema = z
  .strictObject({
    target: z.enum(TARGETS),
    /** Part of `<method> <path>`. */
    match: z.string().optional(),
    /** Answered instead of doing anything. */
    status: z.int().min(400).max(599).optional(),
    /** Milliseconds before it is done. */
    delay: z.number().min(0).optional(),
    /** Done, but the answer is lost. */
    drop: z.boolean().optional(),
    /** How many calls it meets; without it, all of them until a reset. */
    times: z.int().min(1).optional(),
  })
  .refine((fault) => [fault.status, fault.delay, fault.drop].some((what) => what !== undefined), {
    error: 'One of status, delay and drop says what goes wrong.',
  });

export type Fault = z.output<typeof faultSchema>;

/** Extra milliseconds for each call of a target. */
export type Latency = Partial<Record<CallTargetName | 'incode', number>>;

/** What goes wrong on the way between the app and its platform. */
export class Faults {
  private list: Fault[] = [];

  private readonly clock: Clock;
  private readonly latency: Latency;

  constructor(clock: Clock, latency: Latency) {
    this.clock = clock;
    this.latency = latency;
  }

  add(fault: Fault): void {
    this.list.push(fault);
  }

  clear(): void {
    this.list = [];
  }

  /**
   * Does a call as the first fault that matches has it.
   * @throws a TypeError like that of `fetch` where the answer is lost
   */
  async apply(target: CallTargetName, line: string, perform: () => Promise<Response>): Promise<Response> {
    await this.wait(this.latency[target] ?? (target === 'egress' ? this.latency.incode : undefined));
    const fault = this.take(target, line);
    await this.wait(fault?.delay);
    if (fault?.status !== undefined) return refusal(fault.status);
    const answer = await perform();
    if (fault?.drop) throw new realm.TypeError('fetch failed');
    return answer;
  }

  private take(target: CallTargetName, line: string): Fault | undefined {
    const fault = this.list.find((each) => each.target === target && line.includes(each.match ?? ''));
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
