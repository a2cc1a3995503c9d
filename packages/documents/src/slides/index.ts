export type { Deck, Slide, SlideBlock, SlideList, SlideTable } from './deck.ts';
export { assertWholeDeck, type DeckFault, DeckFaultError, deckFaults } from './deck-faults.ts';
export { deckOf } from './deck-of.ts';
export { slidesType, writeSlides } from './write-slides.ts';
