import { pictureToPng } from '../picture/index.ts';
import { streamZip } from '../zip/index.ts';

/** What the Swedish Word calls its styles in a file: the id is Swedish, the name English (ECMA-376 part 1, 17.7.4.9). */
const paragraphStyle = (id: string, name: string, properties: string, more = '') =>
  `<w:style w:type="paragraph"${more} w:styleId="${id}"><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:qFormat/>${properties}</w:style>`;

const blue = '<w:color w:val="00528C" w:themeColor="accent1"/>';
const arial = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>';

const styles = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/><w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:latentStyles w:defLockedState="0" w:count="376"><w:lsdException w:name="Normal" w:uiPriority="0" w:qFormat="1"/></w:latentStyles>
${paragraphStyle('Normal', 'Normal', '<w:rPr><w:lang w:val="sv-SE"/></w:rPr>', ' w:default="1"')}
<w:style w:type="character" w:default="1" w:styleId="Standardstycketeckensnitt"><w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="Normaltabell"><w:name w:val="Normal Table"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="Ingenlista"><w:name w:val="No List"/></w:style>
${paragraphStyle('Rubrik', 'Title', `<w:pPr><w:spacing w:before="1200" w:after="120"/></w:pPr><w:rPr>${arial}<w:b/>${blue}<w:sz w:val="56"/></w:rPr>`)}
${paragraphStyle('Underrubrik', 'Subtitle', `<w:rPr>${blue}<w:sz w:val="28"/></w:rPr>`)}
${paragraphStyle('Rubrik1', 'heading 1', `<w:pPr><w:keepNext/><w:numPr><w:numId w:val="3"/></w:numPr><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr>${arial}<w:b/>${blue}<w:sz w:val="36"/></w:rPr>`)}
${paragraphStyle('Rubrik2', 'heading 2', `<w:pPr><w:keepNext/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr><w:spacing w:before="280" w:after="80"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr>${arial}<w:b/><w:sz w:val="27"/></w:rPr>`)}
${paragraphStyle('Rubrik3', 'heading 3', `<w:pPr><w:keepNext/><w:numPr><w:ilvl w:val="2"/><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="2"/></w:pPr><w:rPr>${arial}<w:i/><w:sz w:val="23"/></w:rPr>`)}
${paragraphStyle('Brdtext', 'Body Text', '<w:pPr><w:spacing w:after="140" w:line="276" w:lineRule="auto"/></w:pPr>')}
${paragraphStyle('Beskrivning', 'caption', `<w:pPr><w:spacing w:before="160" w:after="80"/></w:pPr><w:rPr><w:b/>${blue}<w:sz w:val="19"/></w:rPr>`)}
${paragraphStyle('Punktlista', 'List Bullet', '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr><w:contextualSpacing/></w:pPr>')}
${paragraphStyle('Numreradlista', 'List Number', '<w:pPr><w:numPr><w:numId w:val="6"/></w:numPr><w:contextualSpacing/></w:pPr>')}
${paragraphStyle('Innehll1', 'toc 1', '<w:pPr><w:spacing w:after="60"/></w:pPr><w:rPr><w:b/></w:rPr>')}
${paragraphStyle('Innehll2', 'toc 2', '<w:pPr><w:spacing w:after="60"/><w:ind w:left="220"/></w:pPr>')}
${paragraphStyle('Fotnotstext', 'footnote text', '<w:rPr><w:sz w:val="18"/></w:rPr>')}
${paragraphStyle('Sidhuvud', 'header', '<w:pPr><w:tabs><w:tab w:val="right" w:pos="9072"/></w:tabs></w:pPr><w:rPr><w:sz w:val="17"/></w:rPr>')}
${paragraphStyle('Sidfot', 'footer', '<w:pPr><w:tabs><w:tab w:val="right" w:pos="9072"/></w:tabs></w:pPr><w:rPr><w:sz w:val="17"/></w:rPr>')}
${paragraphStyle('Ingress', 'Ingress', '<w:rPr><w:b/><w:sz w:val="24"/></w:rPr>', ' w:customStyle="1"')}
<w:style w:type="character" w:styleId="Fotnotsreferens"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Hyperlnk"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="00528C"/><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="Kommuntabell"><w:name w:val="Kommuntabell"/><w:basedOn w:val="Normaltabell"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="00528C"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="00528C"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="BFD3E2"/></w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E3EEF5"/></w:tcPr></w:tblStylePr></w:style>`;

const level = (index: number, format: string, text: string, properties: string) =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>${properties}</w:lvl>`;
const indent = (left: number) => `<w:pPr><w:ind w:left="${left}" w:hanging="${left}"/></w:pPr>`;

const numbering = `<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="multilevel"/>${level(0, 'decimal', '%1', indent(567))}${level(1, 'decimal', '%1.%2', indent(709))}${level(2, 'decimal', '%1.%2.%3', indent(851))}</w:abstractNum><w:abstractNum w:abstractNumId="4"><w:multiLevelType w:val="singleLevel"/>${level(0, 'bullet', '■', `${indent(340)}<w:rPr><w:color w:val="00528C"/></w:rPr>`)}</w:abstractNum><w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="singleLevel"/>${level(0, 'decimal', '%1)', indent(340))}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="4"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="7"/></w:num>`;

const theme = `<a:themeElements><a:clrScheme name="Kommun"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>${['dk2:1F3A4D', 'lt2:E3EEF5', 'accent1:00528C', 'accent2:C8102E', 'accent3:6A8A22', 'accent4:F2A900', 'accent5:7A99AC', 'accent6:5B6770', 'hlink:00528C', 'folHlink:5B6770'].map((each) => `<a:${each.split(':')[0]}><a:srgbClr val="${each.split(':')[1]}"/></a:${each.split(':')[0]}>`).join('')}</a:clrScheme><a:fontScheme name="Kommun"><a:majorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>${'<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${'<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>'.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${'<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>`;

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const namespaces = `xmlns:w="${w}" xmlns:r="${office}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"`;
const part = (root: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${root} ${namespaces}>${content}</w:${root}>`;
const relations = (lines: readonly (readonly [id: string, kind: string, target: string, outside?: true])[]) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.map(([id, kind, target, outside]) => `<Relationship Id="${id}" Type="${kind.startsWith('http') ? kind : `${office}/${kind}`}" Target="${target}"${outside ? ' TargetMode="External"' : ''}/>`).join('')}</Relationships>`;

const logoSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 56" width="210" height="56"><path d="M2 4h32v24q0 12-16 18q-16-6-16-18z" fill="#00528c"/><path d="M6 30l7-8 6 6 7-10 5 8v3q0 8-13 13-11-4-12-12z" fill="#fff"/><text x="44" y="31" font-family="Inter" font-weight="700" font-size="19" fill="#00528c">Åkersö kommun</text></svg>';

const logo = `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="1714500" cy="457200"/><wp:docPr id="1" name="Bild 1" descr="Åkersö kommun"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="Bild 1"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1714500" cy="457200"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const pageField = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>';

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The parts of a template as a municipality might have it, made in the Swedish Word and copied from another: what is changed is written over. */
export function municipalParts(
  changed: Readonly<Record<string, string | Uint8Array | undefined>> = {},
): ReadonlyMap<string, string | Uint8Array> {
  const parts: Record<string, string | Uint8Array | undefined> = {
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${type}.template.main+xml"/>${['styles', 'numbering', 'settings', 'footnotes', 'comments'].map((name) => `<Override PartName="/word/${name}.xml" ContentType="${type}.${name}+xml"/>`).join('')}<Override PartName="/word/header1.xml" ContentType="${type}.header+xml"/><Override PartName="/word/header2.xml" ContentType="${type}.header+xml"/><Override PartName="/word/footer1.xml" ContentType="${type}.footer+xml"/><Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/><Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>`,
    '_rels/.rels': relations([
      ['rId1', 'officeDocument', 'word/document.xml'],
      ['rId2', 'custom-properties', 'docProps/custom.xml'],
      [
        'rId3',
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail',
        'docProps/thumbnail.png',
      ],
    ]),
    'docProps/custom.xml':
      '<?xml version="1.0" encoding="UTF-8"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Mall"><vt:lpwstr>Rapport 4</vt:lpwstr></property></Properties>',
    'docProps/thumbnail.png': pictureToPng(logoSvg, { scale: 1 }),
    'word/document.xml': part(
      'document',
      `<w:body><w:p><w:pPr><w:pStyle w:val="Rubrik"/></w:pPr><w:r><w:t>Klicka här och skriv rubrik</w:t></w:r></w:p><w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId11"/><w:headerReference w:type="first" r:id="rId12"/><w:footerReference w:type="default" r:id="rId13"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p><w:p><w:r><w:t>Gammal text som inte ska följa med</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p><w:sectPr w:rsidR="00AA11BB"><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2268" w:right="1417" w:bottom="1417" w:left="1417" w:header="709" w:footer="567" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/><w:docGrid w:linePitch="360"/></w:sectPr></w:body>`,
    ),
    'word/_rels/document.xml.rels': relations([
      ['rId1', 'styles', 'styles.xml'],
      ['rId2', 'numbering', 'numbering.xml'],
      ['rId3', 'settings', 'settings.xml'],
      ['rId4', 'footnotes', 'footnotes.xml'],
      ['rId5', 'comments', 'comments.xml'],
      ['rId6', 'theme', 'theme/theme1.xml'],
      ['rId7', 'image', 'media/oldpicture.png'],
      ['rId8', 'hyperlink', 'https://example.org/gammal', true],
      ['rId11', 'header', 'header1.xml'],
      ['rId12', 'header', 'header2.xml'],
      ['rId13', 'footer', 'footer1.xml'],
    ]),
    'word/styles.xml': part('styles', styles),
    'word/numbering.xml': part('numbering', numbering),
    'word/settings.xml': part(
      'settings',
      '<w:zoom w:percent="90"/><w:attachedTemplate r:id="rId1"/><w:linkStyles/><w:trackRevisions/><w:documentProtection w:edit="forms" w:enforcement="1"/><w:defaultTabStop w:val="1304"/><w:defaultTableStyle w:val="Kommuntabell"/><w:updateFields w:val="true"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US"/><w:decimalSymbol w:val=","/>',
    ),
    'word/_rels/settings.xml.rels': relations([['rId1', 'attachedTemplate', 'file:///G:/Mallar/Rapport.dotx', true]]),
    'word/footnotes.xml': part(
      'footnotes',
      '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote><w:footnote w:id="1"><w:p><w:r><w:t>Gammal fotnot</w:t></w:r></w:p></w:footnote>',
    ),
    'word/comments.xml': part(
      'comments',
      '<w:comment w:id="1" w:author="Någon"><w:p><w:r><w:t>Gammal kommentar</w:t></w:r></w:p></w:comment>',
    ),
    'word/theme/theme1.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Kommun">${theme}</a:theme>`,
    'word/header1.xml': part(
      'hdr',
      `<w:p><w:pPr><w:pStyle w:val="Sidhuvud"/></w:pPr>${logo}<w:r><w:tab/></w:r><w:r><w:t>Rapport</w:t></w:r></w:p>`,
    ),
    'word/header2.xml': part('hdr', `<w:p><w:pPr><w:pStyle w:val="Sidhuvud"/></w:pPr>${logo}</w:p>`),
    'word/_rels/header1.xml.rels': relations([['rId1', 'image', 'media/logo.png']]),
    'word/_rels/header2.xml.rels': relations([['rId1', 'image', 'media/logo.png']]),
    'word/footer1.xml': part(
      'ftr',
      `<w:p><w:pPr><w:pStyle w:val="Sidfot"/></w:pPr><w:r><w:t xml:space="preserve">Åkersö kommun, Kommunhuset 1</w:t></w:r><w:r><w:tab/></w:r>${pageField}</w:p>`,
    ),
    'word/media/logo.png': pictureToPng(logoSvg, { scale: 3 }),
    'word/media/oldpicture.png': pictureToPng(logoSvg, { scale: 1 }),
    ...changed,
  };
  return new Map(
    Object.entries(parts).flatMap(([name, content]) => (content === undefined ? [] : [[name, content] as const])),
  );
}

export async function zipped(parts: ReadonlyMap<string, string | Uint8Array>): Promise<Uint8Array> {
  const stream = streamZip([...parts].map(([name, content]) => ({ name, content: [content] })));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export function municipalTemplate(
  changed: Readonly<Record<string, string | Uint8Array | undefined>> = {},
): Promise<Uint8Array> {
  return zipped(municipalParts(changed));
}
