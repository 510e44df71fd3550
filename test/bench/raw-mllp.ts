import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import pg from 'pg';

// The least that a server of MLLP can do with a message that it acknowledges: cut the frame, insert a row, answer. No
// header, sender, seal, digest or answer of its own. A program of its own, as the intake is:
//   node raw-mllp.js <address of PostgreSQL>
const [connectionString] = process.argv.slice(2);
if (connectionString === undefined) throw new Error('raw-mllp.js <url>');
const pool = new pg.Pool({ connectionString, max: 2 });
const end = Buffer.of(0x1c, 0x0d);
const answer = '\u000bMSH|^~\\&|R|R|L|L|20260101000000||ACK|1|P|2.5.1\rMSA|AA|1\r\u001c\r';
const sql = `INSERT INTO bench.message (message_id, channel, sender_id, source_digest, content_digest, root_kid, body)
  SELECT a, 'hl7v2', 'bench', b, b, 'raw', c FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS t(a, b, c)`;

let waiting: { readonly body: Buffer; readonly socket: Socket }[] = [];
let free = 2;
async function store(): Promise<void> {
  while (free > 0 && waiting.length > 0) {
    const group = waiting.slice(0, 200);
    waiting = waiting.slice(200);
    free -= 1;
    const values = [group.map(() => randomUUID()), group.map(() => randomBytes(32)), group.map(({ body }) => body)];
    await pool.query({ name: 'raw', text: sql, values });
    free += 1;
    for (const { socket } of group) socket.write(answer);
  }
}

const server = createServer((socket) => {
  let held: Buffer = Buffer.alloc(0);
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (data) => {
    held = held.length === 0 ? data : Buffer.concat([held, data]);
    for (let at = held.indexOf(end); at !== -1; at = held.indexOf(end)) {
      waiting.push({ body: held.subarray(1, at), socket });
      held = held.subarray(at + end.length);
    }
    setImmediate(() => void store());
  });
});
server.listen(0, '127.0.0.1', () => process.send?.(`127.0.0.1:${(server.address() as AddressInfo).port}`));
// Ends with the bench, however that ends.
process.once('disconnect', () => process.exit(0));
