import { colours } from './style-definitions.ts';
import { declaration, namespaces } from './xml.ts';

/** Fonts that come with Word on every machine and have doubles of the same width in LibreOffice (Gelasio, Carlito). */
const fonts = { major: 'Georgia', minor: 'Calibri' } as const;

/** A theme (ECMA-376 part 1, 20.1.6.9) in the colours of the look. `own`: the municipality's colour, `rrggbb`. */
export function themeXml(own: string): string {
  const named = {
    dk1: colours.ink,
    lt1: 'FFFFFF',
    dk2: colours.muted,
    lt2: colours.panel,
    accent1: own,
    accent2: 'B4532A',
    accent3: '6B5B2E',
    accent4: '5C7F91',
    accent5: 'C9C6BE',
    accent6: '9A4421',
    hlink: own,
    folHlink: colours.muted,
  };
  const scheme = Object.entries(named).map(([name, colour]) => `<a:${name}><a:srgbClr val="${colour}"/></a:${name}>`);
  const font = (name: string) => `<a:latin typeface="${name}"/><a:ea typeface=""/><a:cs typeface=""/>`;
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const stroke = (width: number) => `<a:ln w="${width}">${fill}<a:prstDash val="solid"/></a:ln>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  return `${declaration}<a:theme xmlns:a="${namespaces.a}" name="Samband"><a:themeElements><a:clrScheme name="Samband">${scheme.join('')}</a:clrScheme><a:fontScheme name="Samband"><a:majorFont>${font(fonts.major)}</a:majorFont><a:minorFont>${font(fonts.minor)}</a:minorFont></a:fontScheme><a:fmtScheme name="Samband"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${stroke(6350)}${stroke(12700)}${stroke(19050)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
}
