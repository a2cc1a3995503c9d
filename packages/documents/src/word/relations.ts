import { namespaces, xmlText } from './xml.ts';

/** What a part that is being written refers to. */
export interface Relations {
  /** The id to refer by; the same target gives the same. */
  add(kind: string, target: string, outside?: boolean): string;
  /** Undefined where nothing is referred to. */
  xml(): string | undefined;
}

/** `kept`: lines that stand already, as XML, and their ids. */
export function createRelations(kept: readonly { readonly id: string; readonly xml: string }[] = []): Relations {
  const taken = new Set(kept.map(({ id }) => id));
  const known = new Map<string, string>();
  const lines = kept.map(({ xml }) => xml);
  let count = 0;
  return {
    add(kind, target, outside = false) {
      const key = `${kind} ${target}`;
      const existing = known.get(key);
      if (existing !== undefined) return existing;
      let id: string;
      do id = `rId${++count}`;
      while (taken.has(id));
      known.set(key, id);
      lines.push(relationXml(id, kind.includes('/') ? kind : `${namespaces.r}/${kind}`, target, outside));
      return id;
    },
    xml: () => (lines.length === 0 ? undefined : relationsXml(lines)),
  };
}

export function relationXml(id: string, type: string, target: string, outside: boolean): string {
  return `<Relationship Id="${xmlText(id)}" Type="${xmlText(type)}" Target="${xmlText(target)}"${outside ? ' TargetMode="External"' : ''}/>`;
}

export function relationsXml(lines: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`;
}

/**
 * An address that Word can open: of the web, mail or telephone, spelt as addresses are. A file with any other is one that Word calls damaged, or one that
 * runs something; undefined then.
 */
export function webAddress(href: string): string | undefined {
  if (!/^(?:https?|mailto|tel):/i.test(href.trim()) || !URL.canParse(href)) return undefined;
  return new URL(href).href;
}
