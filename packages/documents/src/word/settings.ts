import { childOf, childValue, type Edit, edited, parseXml, type XmlElement } from '../xml/xml-tree.ts';
import { isOn } from './page-section.ts';
import { declaration, documentNamespaces } from './xml.ts';

/** ECMA-376 part 1, CT_Settings: Word wants its settings in this order. */
const order =
  'writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator'.split(
    ' ',
  );

/**
 * What a template may say of itself but not of a document made from it: locks, tracked changes, where it was copied from, data sources. And the order to
 * update fields, at which Word asks every reader whether the file may fetch from other files.
 */
const left = new Set(
  'writeProtection documentProtection trackRevisions revisionView attachedTemplate linkStyles documentType mailMerge saveThroughXslt updateFields endnotePr proofState'.split(
    ' ',
  ),
);

/** 15 is Word 2013 and later; without it a file is opened in compatibility mode. */
const compatible =
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>';

export const blankSettings = `${declaration}<w:settings ${documentNamespaces}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:hyphenationZone w:val="425"/><w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/>${compatible}<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>`;

export interface SettingsReading {
  readonly chosenTableStyle: string | undefined;
  readonly ownEvenPages: boolean;
}

export function readSettings(source: string): SettingsReading {
  const root = parseXml(source);
  return {
    chosenTableStyle: childValue(root, 'defaultTableStyle'),
    ownEvenPages: isOn(childOf(root, 'evenAndOddHeaders')),
  };
}

export interface SettingsChange {
  readonly locale: string;
  /** The separators of footnotes, by id, where they are not the template's own. */
  readonly separators: readonly string[] | undefined;
}

export function settingsXml(source: string, { locale, separators }: SettingsChange): string {
  const root = parseXml(source);
  const edits: Edit[] = [];
  for (const { name, start, end } of root.children) if (left.has(name)) edits.push({ start, end, text: '' });
  if (separators !== undefined) {
    const each = separators.map((id) => `<w:footnote w:id="${id}"/>`).join('');
    edits.push(placed(root, 'footnotePr', `<w:footnotePr>${each}</w:footnotePr>`));
  }
  edits.push(placed(root, 'themeFontLang', `<w:themeFontLang w:val="${locale}"/>`));
  return declaration + edited(source.slice(0, root.end), edits).slice(root.start);
}

/** Instead of the one there is, or where the schema wants it. Extensions that the schema does not know come after all that it does. */
function placed(root: XmlElement, name: string, text: string): Edit {
  const existing = childOf(root, name);
  if (existing !== undefined) return { start: existing.start, end: existing.end, text };
  const place = order.indexOf(name);
  const next = root.children.find((child) => {
    const at = order.indexOf(child.name);
    return at === -1 || at > place;
  });
  const at = next?.start ?? root.contentEnd;
  return { start: at, end: at, text };
}
