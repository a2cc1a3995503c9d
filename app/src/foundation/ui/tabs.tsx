export interface Tab {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean;
  readonly count?: number;
}

/** Tabs are links: each has its own address, can be shared, and works without JavaScript. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li>
            <a href={tab.href} aria-current={tab.current === true ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span class="tabs-count"> {tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
