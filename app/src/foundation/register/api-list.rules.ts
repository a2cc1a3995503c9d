export const apiPageSize = 50;
/** Reading a whole register takes few questions, and none holds more in memory than a page of this many rows. */
export const largestApiPage = 500;
