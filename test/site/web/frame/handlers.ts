import type { HandlerMark } from './protocol';

type Handler = (...args: unknown[]) => unknown;

/**
 * How many ForgeDocs back a handler stays callable: what somebody types quickly meets a page that is as many commits old as
 * it has letters, and more.
 */
const KEPT_DOCS = 500;

/** The functions that the page around the frame may call. */
export class Handlers {
  private readonly ids = new WeakMap<Handler, number>();
  private readonly pinned = new Map<number, Handler>();
  private readonly docs: Map<number, Handler>[] = [];
  private lastId = 0;
  private readonly onError: (error: unknown) => void;

  /** `onError` hears what a handler throws. */
  constructor(onError: (error: unknown) => void) {
    this.onError = onError;
  }

  /**
   * The JSON of `doc`; its functions are dropped some documents later.
   * @throws TypeError where JSON has no way to say it: a circle, a bigint
   */
  packDoc(doc: unknown): string {
    const handlers = new Map<number, Handler>();
    this.docs.push(handlers);
    if (this.docs.length > KEPT_DOCS) this.docs.shift();
    return JSON.stringify(doc, (_key, value: unknown) =>
      typeof value === 'function' ? this.mark(value as Handler, handlers) : value,
    );
  }

  /** A copy of `data` fit for posting; its functions stay callable. */
  packData(data: unknown): unknown {
    return this.pack(data);
  }

  call(id: number, args: unknown[]): void {
    const handler = this.pinned.get(id) ?? this.docs.findLast((doc) => doc.has(id))?.get(id);
    if (handler) void this.run(handler, args);
  }

  private async run(handler: Handler, args: unknown[]): Promise<void> {
    try {
      await handler(...args);
    } catch (error) {
      this.onError(error);
    }
  }

  private pack(value: unknown): unknown {
    if (typeof value === 'function') return this.mark(value as Handler, this.pinned);
    if (typeof value === 'symbol') return undefined;
    if (Array.isArray(value)) return value.map((item) => this.pack(item));
    if (value instanceof Error) return { name: value.name, message: value.message };
    if (!isPlainObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.pack(item)]));
  }

  private mark(handler: Handler, handlers: Map<number, Handler>): HandlerMark {
    const id = this.ids.get(handler) ?? ++this.lastId;
    this.ids.set(handler, id);
    handlers.set(id, handler);
    return { __handler: id };
  }
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
