import { bundleStub, framePage, frameScript } from '../web/frame/page';
import type { FrameOptions, FrameScript } from '../web/frame/page';
import type { Bundler } from './bundle';
import type { AppManifest } from './manifest';
import { messageOf } from './realm';

/** The pages that the app's frontends run in, each bundled when it is first asked for. */
export class Frames {
  private readonly bundles = new Map<string, Promise<FrameScript>>();
  private stub: Promise<FrameScript> | undefined;

  private readonly manifest: () => AppManifest;

  private readonly bundler: Bundler;

  constructor(manifest: () => AppManifest, bundler: Bundler) {
    this.manifest = manifest;
    this.bundler = bundler;
  }

  /** `undefined` where the app has no such module. */
  async page(moduleKey: string, shown: FrameOptions): Promise<Response | undefined> {
    const module = this.manifest().uiModules.find((each) => each.key === moduleKey);
    if (!module) return undefined;
    try {
      this.stub ??= bundleStub();
      return framePage(shown, await Promise.all([this.stub, this.bundle(module.resource)]));
    } catch (error) {
      this.bundles.delete(module.resource);
      return new Response(messageOf(error), {
        status: 500,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      });
    }
  }

  /** Sources have changed: bundle them again when they are next asked for. */
  forget(): void {
    this.bundles.clear();
  }

  /** Waits until nothing is being bundled: esbuild reports a process that ends before that as a fault of its own. */
  async stop(): Promise<void> {
    await Promise.allSettled([this.stub, ...this.bundles.values()]);
  }

  private bundle(resource: string): Promise<FrameScript> {
    const bundled =
      this.bundles.get(resource) ?? this.bundler.resource(this.manifest(), resource).then(frameScript);
    this.bundles.set(resource, bundled);
    return bundled;
  }
}
