import { officeColour } from '../model/colour.ts';
import { fonts, palette } from './look.ts';

/** The colours and fonts that everything on the slides asks for by name. */
export function themeXml(colour: string | undefined): string {
  const own = officeColour(colour);
  const colours = [
    ['dk1', palette.ink],
    ['lt1', palette.paper],
    ['dk2', palette.muted],
    ['lt2', palette.panel],
    ['accent1', own],
    ['accent2', palette.rust],
    ['accent3', palette.context],
    ['accent4', palette.contextLight],
    ['accent5', palette.earth],
    ['accent6', palette.contextLightest],
    ['hlink', own],
    ['folHlink', palette.muted],
  ].map(([name, value]) => `<a:${name}><a:srgbClr val="${value!.toUpperCase()}"/></a:${name}>`);
  const font = (name: string) => `<a:latin typeface="${name}"/><a:ea typeface=""/><a:cs typeface=""/>`;
  const plainFill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const plainLine = `<a:ln w="9525">${plainFill}</a:ln>`;
  const noEffect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  return `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Samband"><a:themeElements><a:clrScheme name="Samband">${colours.join('')}</a:clrScheme><a:fontScheme name="Samband"><a:majorFont>${font(fonts.title)}</a:majorFont><a:minorFont>${font(fonts.text)}</a:minorFont></a:fontScheme><a:fmtScheme name="Samband"><a:fillStyleLst>${plainFill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${plainLine.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${noEffect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${plainFill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
}
