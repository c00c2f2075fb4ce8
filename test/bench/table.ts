/** Rows of texts as a table of plain text, which is a Markdown table as well. */
export function table(head: string[], rows: (string | number)[][]): string {
  const lines = [head, head.map(() => ''), ...rows.map((row) => row.map(String))];
  const widths = head.map((_, column) => Math.max(3, ...lines.map((line) => (line[column] ?? '').length)));
  return lines
    .map((line, i) =>
      line.map((cell, column) => cell.padEnd(widths[column] ?? 0, i === 1 ? '-' : ' ')).join(' | '),
    )
    .map((line) => `| ${line} |`)
    .join('\n');
}

/** `{kvs: 3, jira: 2}` as `3 kvs, 2 jira`. */
export function countsIn(calls: Partial<Record<string, number>>): string {
  return Object.entries(calls)
    .map(([target, count]) => `${count ?? 0} ${target}`)
    .join(', ');
}

export function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
