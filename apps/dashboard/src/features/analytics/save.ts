import type { ECharts } from 'echarts/core';
import type { ChartModel, Look } from './chart-model.ts';

/** Hands a file to the browser. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The chart with its title and definition, twice as fine as on the page. */
export async function picture(chart: ECharts, { title, line }: ChartModel, look: Look, foot: string): Promise<Blob> {
  const fine = 2;
  const drawn = chart.renderToCanvas({ pixelRatio: fine, backgroundColor: look.tokens.surface });
  const canvas = document.createElement('canvas');
  const [margin, head, below] = [20 * fine, 56 * fine, 28 * fine];
  canvas.width = drawn.width + 2 * margin;
  canvas.height = drawn.height + margin + head + below;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('This browser draws no pictures');
  pen.fillStyle = look.tokens.surface;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  const write = (words: string, y: number, size: number, weight: number, colour: string): void => {
    pen.font = `${weight} ${size * fine}px ${look.axis.fontFamily}`;
    pen.fillStyle = colour;
    pen.fillText(words, margin, y, drawn.width);
  };
  write(title, margin + 14 * fine, 15, 600, look.tokens.text);
  write(line, margin + 34 * fine, 12, 400, look.tokens.text3);
  pen.drawImage(drawn, margin, margin + head - 8 * fine);
  write(foot, canvas.height - 12 * fine, 11, 400, look.tokens.text3);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob === null ? failed(new Error('No picture was made')) : done(blob)), 'image/png'),
  );
}
