import type { Language } from '../texts/index.ts';

/** What the frame around every page needs to know; made by the HTTP layer, drawn by `Page`. */
export interface Shell {
  readonly language: Language;
  /** Path and query of this request, for the language switch and for marking the current entry. */
  readonly path: string;
  readonly requestId: string;
  readonly tenant: ShellTenant | undefined;
  readonly person: ShellPerson | undefined;
  readonly navigation: readonly NavigationEntry[];
  readonly flashes: readonly Flash[];
  readonly assets: ShellAssets;
}

/** Where the built stylesheet and script are served (from the build's manifest), and which version this is. */
export interface ShellAssets {
  readonly stylesheet: string;
  readonly script: string;
  readonly version: string;
}

export interface ShellTenant {
  readonly name: string;
  /** Six-digit hex, the municipality's own colour; contrast against paper is checked when it is saved. */
  readonly colour: string;
  readonly logoUrl: string | undefined;
  /** True when the figures are generated examples; every page then says "Exempeldata". */
  readonly exampleData: boolean;
}

export interface ShellPerson {
  readonly name: string;
  readonly roleTitle: string;
}

export interface NavigationEntry {
  readonly href: string;
  readonly label: string;
  /** The pages of this part; shown in a row of their own while one is in it. The first is where the entry leads. */
  readonly pages?: readonly NavigationEntry[];
}

export interface Flash {
  readonly kind: 'success' | 'info' | 'warning' | 'error';
  readonly text: string;
}
