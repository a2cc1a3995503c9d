/**
 * Shares of a table's width are wishes: a column that has less than what may not be broken in it (`least`, a word or a figure) gets that, and those with room to
 * spare give it, each by its spare room.
 */
export function withRoomForWords(widths: readonly number[], least: readonly number[]): readonly number[] {
  const lacking = least.map((need, column) => need - widths[column]!);
  const lack = sum(lacking.filter((each) => each > 0));
  if (lack === 0) return widths;
  const spare = -sum(lacking.filter((each) => each < 0));
  if (lack > spare) return capped(least, sum(widths));
  return widths.map((width, column) =>
    lacking[column]! > 0 ? least[column]! : width + (lacking[column]! / spare) * lack,
  );
}

/** Too little for all: the widest give way first, down to one width that they share, so that a column of figures keeps its own. */
export function capped(wanted: readonly number[], width: number): number[] {
  let left = width;
  let open = wanted.length;
  let cap = 0;
  for (const each of wanted.toSorted((one, other) => one - other)) {
    cap = left / open;
    if (each > cap) break;
    left -= each;
    open -= 1;
  }
  return wanted.map((each) => Math.min(each, cap));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
