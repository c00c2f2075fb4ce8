import type { ReactNode } from 'react';

/** A card of the dashboard that the navigation leads to. */
export function Section(props: { id: string; title: string; children: ReactNode }): ReactNode {
  return (
    <section className="dashboard-section" id={props.id} aria-labelledby={`${props.id}-title`}>
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      {props.children}
    </section>
  );
}

/** A table that scrolls by itself where the page is too narrow for it. */
export function Table(props: { label: string; head: readonly string[]; children: ReactNode }): ReactNode {
  return (
    <div className="table-scroll" role="group" aria-label={props.label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {props.head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </div>
  );
}

/** What stands in the place of a table without rows. */
export function Empty({ children }: { children: ReactNode }): ReactNode {
  return <p className="subtle">{children}</p>;
}
