import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Body, Controller, HttpCode, Module, Param, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import type { RawRow } from './raw-rows.ts';

// The least that a server of this kind can do with a command: take its JSON and insert rows, without a token, rules,
// seals, versions, claims or hashes. A program of its own, as the API is:
//   node raw-server.js <address of PostgreSQL> <file of rows>
const [connectionString, file] = process.argv.slice(2);
if (connectionString === undefined || file === undefined) throw new Error('raw-server.js <url> <file>');
const commands: readonly (readonly RawRow[])[] = JSON.parse(readFileSync(file, 'utf8'));
const pool = new pg.Pool({ connectionString, max: 10 });
const columns = 13;
const hash = randomBytes(32);
let taken = 0;
let version = Date.now() * 1_000;

function insertOf(rows: readonly RawRow[], episodeId: string): pg.QueryConfig {
  const commandId = randomBytes(24).toString('base64url');
  const now = new Date().toISOString();
  const values = rows.flatMap(({ type, schemaVersion, data, metadata }, index) => {
    version += 1;
    return [
      ...[episodeId, version, randomUUID(), commandId, index, hash, type, schemaVersion],
      ...[data, metadata, hash, now, now],
    ];
  });
  const places = rows.map(
    (_, row) => `(${Array.from({ length: columns }, (_, n) => `$${row * columns + n + 1}`).join()})`,
  );
  const text = `INSERT INTO bench.event (episode_id, version, event_id, command_id, index, command_hash, type,
    schema_version, data, metadata, hash, occurred_at, recorded_at) VALUES ${places.join()}`;
  return { name: `insert-${rows.length}`, text, values };
}

@Controller('v1/episodes')
class RawController {
  @Post(':episodeId/:command')
  @HttpCode(200)
  async append(@Param('episodeId') episodeId: string, @Body() _body: object): Promise<object> {
    const rows = commands[taken++ % commands.length] ?? [];
    await pool.query(insertOf(rows, episodeId));
    return { episodeId, version };
  }
}

@Module({ controllers: [RawController] })
class RawModule {}

const app = await NestFactory.create<NestFastifyApplication>(RawModule, new FastifyAdapter(), {
  logger: false,
  bodyParser: false,
  abortOnError: false,
});
await app.listen(0, '127.0.0.1');
process.send?.(await app.getUrl());
// Ends with the bench, however that ends.
process.once('disconnect', () => process.exit(0));
