import type { WeeklyScreen } from '@stepway/contracts';

type Symbol = WeeklyScreen['symbol'];

/** A week is 9 wide and 12 high; the next one begins 11 to its right. */
export const pitch = 11;
export const widthOf = (weeks: number): number => Math.max(0, weeks * pitch - 2);

/** A rectangle with round corners. */
const box = (x: number, y: number, width: number, height: number, corners = 'rrrr'): string => {
  const [topLeft, topRight, bottomRight, bottomLeft] = Array.from(corners, (corner) => (corner === 'r' ? 2 : 0));
  const arc = (radius = 0, to: string) => (radius === 0 ? '' : `a${radius} ${radius} 0 0 1 ${to}`);
  return (
    `M${x + (topLeft ?? 0)} ${y}H${x + width - (topRight ?? 0)}${arc(topRight, '2 2')}` +
    `V${y + height - (bottomRight ?? 0)}${arc(bottomRight, '-2 2')}` +
    `H${x + (bottomLeft ?? 0)}${arc(bottomLeft, '-2-2')}V${y + (topLeft ?? 0)}${arc(topLeft, '2-2')}Z`
  );
};

/** What is filled, edged and written on it; one path for each kind of ink, however many weeks there are. */
export interface StripPaths {
  readonly positive: string;
  readonly negative: string;
  readonly none: string;
  readonly plus: string;
  readonly minus: string;
}

/** Weeks side by side, the first at the left: plus, minus, half and half, or dashed and empty. */
export function stripPaths(symbols: readonly Symbol[]): StripPaths {
  const drawn = (draw: (x: number, symbol: Symbol) => string) =>
    symbols.map((symbol, at) => draw(at * pitch, symbol)).join('');
  return {
    negative: drawn((x, symbol) => (symbol === '-' || symbol === '*' ? box(x, 0, 9, 12) : '')),
    positive: drawn((x, symbol) => (symbol === '+' ? box(x, 0, 9, 12) : symbol === '*' ? box(x, 0, 9, 6, 'rrss') : '')),
    none: drawn((x, symbol) => (symbol === 'o' ? box(x + 0.5, 0.5, 8, 11) : '')),
    plus: drawn((x, symbol) => (symbol === '+' ? `M${x + 2} 6h5M${x + 4.5} 3.5v5` : '')),
    minus: drawn((x, symbol) => (symbol === '-' ? `M${x + 2.25} 6h4.5` : '')),
  };
}
