import { Controller, Get, Header, Param } from '@nestjs/common';
import { asyncApiDocument, openApiDocument, publishedSchemas, type PublishedSchema } from '@stepway/contracts';
import { OpenToAll } from '../auth/authenticate.guard.ts';
import { notFound } from '../http/problem.ts';

/** The contracts as machines read them, made once from the schemas that the API itself parses with. */
@Controller()
@OpenToAll()
export class DocumentsController {
  private readonly openApiJson = openApiDocument();
  private readonly asyncApiJson = asyncApiDocument();
  private readonly schemas: ReadonlyMap<string, string> = new Map(
    [...publishedSchemas()].map(([ceType, schema]: [string, PublishedSchema]) => [
      `${ceType}.json`,
      JSON.stringify(schema),
    ]),
  );

  @Get('openapi.json')
  openApi(): object {
    return this.openApiJson;
  }

  @Get('asyncapi.json')
  asyncApi(): object {
    return this.asyncApiJson;
  }

  /** Where `ce_dataschema` points. A schema only ever gains optional fields, so an older copy of a day does no harm. */
  @Get('schemas/:file')
  @Header('cache-control', 'public, max-age=86400')
  @Header('content-type', 'application/schema+json; charset=utf-8')
  schema(@Param('file') file: string): string {
    const schema = this.schemas.get(file);
    if (schema === undefined) throw notFound();
    return schema;
  }
}
