/**
 * What may be said of a trend, as codes; a text table speaks Swedish
 * ('ökar', 'minskar', 'oförändrad', 'ingen säker trend', 'för tidigt att säga').
 */
export type TrendWord = 'rising' | 'falling' | 'unchanged' | 'noCertainTrend' | 'tooShort';
