/**
 * A hash of all that the generator makes. Stands in the archive as its id, so that a start makes the figures anew when they have changed. The test that
 * holds it against the generator says what to write here.
 */
export const exampleEdition = '1639e48cd0f1';
