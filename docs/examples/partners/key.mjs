// node key.mjs <file>: makes a pair of keys. The private one stays in the file; the public one, printed, is registered.
import { writeFileSync } from 'node:fs';
import { exportJWK, generateKeyPair } from 'jose';

const { privateKey, publicKey } = await generateKeyPair('ES384', { extractable: true });
const kid = crypto.randomUUID();
writeFileSync(process.argv[2], JSON.stringify({ ...(await exportJWK(privateKey)), kid, alg: 'ES384' }), {
  mode: 0o600,
});
console.log(JSON.stringify({ ...(await exportJWK(publicKey)), kid }));
