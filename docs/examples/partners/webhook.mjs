// STEPWAY_WEBHOOK_SECRET=whsec_… node webhook.mjs <port>: takes what Stepway signs, and nothing else.
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

const webhook = new Webhook(process.env.STEPWAY_WEBHOOK_SECRET);
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    try {
      const { type, subject, id } = webhook.verify(body, request.headers); // the body as it came, not parsed and written anew
      console.log(type, subject, id);
      response.writeHead(204).end(); // within seconds; the work comes after
    } catch {
      response.writeHead(401).end();
    }
  });
});
server.listen(Number(process.argv[2]), '127.0.0.1', () => console.log('listening on', server.address().port));
