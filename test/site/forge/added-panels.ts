import type { Opening } from './context';

/** The issue panels that somebody has added to an issue; each is then there for everybody who sees the issue. */
export class AddedPanels {
  private readonly added = new Set<string>();

  has(opening: Opening): boolean {
    return this.added.has(keyOf(opening));
  }

  add(opening: Opening): void {
    this.added.add(keyOf(opening));
  }

  snapshot(): string[] {
    return [...this.added];
  }

  /** @param added missing in older state files */
  restore(added: readonly string[] = []): void {
    this.added.clear();
    for (const key of added) this.added.add(key);
  }
}

function keyOf({ module, place }: Opening): string {
  return place.at === 'issue' ? `${place.issue.id} ${module.key}` : module.key;
}
