// node positive.mjs <host:port> <record number> [<application> <facility>]: a positive cocaine result by HL7 v2 over MLLP.
// Prints the answer: MSA-1 is AA when it is stored.
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';

const [address, number, application = 'LAB', facility = 'DEMO'] = process.argv.slice(2);
const [host, port] = address.split(':');
const hoursAgo = (hours) =>
  `${new Date(Date.now() - hours * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14)}+0000`;
const id = randomUUID();

const message = [
  `MSH|^~\\&|${application}|${facility}|STEPWAY|CLINIC|${hoursAgo(0)}||ORU^R01|${id}|P|2.5.1`,
  `PID|1||${number}^^^STEPWAY`,
  `OBR|1||${id}|65750-2^Drugs of abuse screen^LN|||${hoursAgo(30)}|||||||||||||||${hoursAgo(1)}|||F`,
  `OBX|1|ST|14315-6^Benzoylecgonine [Presence] in Urine by Confirmatory method^LN||Positive||||||F`,
];
const socket = connect(Number(port), host, () => socket.write(`\v${message.join('\r')}\r\x1c\r`));
socket.setEncoding('utf8').on('data', (answer) => {
  console.log(answer.replaceAll('\r', '\n').trim());
  if (answer.includes('\x1c')) socket.end();
});
