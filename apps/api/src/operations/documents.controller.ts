import { Controller, Get } from '@nestjs/common';
import { asyncApiDocument, openApiDocument } from '@stepway/contracts';
import { OpenToAll } from '../auth/authenticate.guard.ts';

/** The contracts as machines read them, made once from the schemas that the API itself parses with. */
@Controller()
@OpenToAll()
export class DocumentsController {
  private readonly openApiJson = openApiDocument();
  private readonly asyncApiJson = asyncApiDocument();

  @Get('openapi.json')
  openApi(): object {
    return this.openApiJson;
  }

  @Get('asyncapi.json')
  asyncApi(): object {
    return this.asyncApiJson;
  }
}
