import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { EmergenciesController } from './audit/emergencies.controller.ts';
import { TrailController } from './audit/trail.controller.ts';
import { TrailPeople } from './audit/trail-people.ts';
import { Access } from './auth/access.ts';
import { AuthenticateGuard } from './auth/authenticate.guard.ts';
import { ProviderSignIn } from './auth/provider-sign-in.ts';
import { SessionController } from './auth/session.controller.ts';
import { SessionsController } from './auth/sessions.controller.ts';
import { SignInController } from './auth/sign-in.controller.ts';
import { commandControllers } from './commands/command-controllers.ts';
import { Journeys } from './commands/journeys.ts';
import { VersionMovesController } from './commands/version-moves.controller.ts';
import { VersionMoves } from './commands/version-moves.ts';
import { DashboardController } from './dashboard/dashboard.controller.ts';
import { DirectoryController } from './directory/directory.controller.ts';
import { FhirController } from './fhir/fhir.controller.ts';
import { FhirArrivals } from './fhir/receive.ts';
import { FhirExportController } from './fhir-export/fhir-export.controller.ts';
import { FhirExports } from './fhir-export/fhir-exports.ts';
import { ExportDownloads } from './fhir-export/export-downloads.ts';
import { FhirReadController } from './fhir-read/fhir-read.controller.ts';
import { HouseReader } from './fhir-read/house-reader.ts';
import { PartnerReader } from './fhir-read/partner-reader.ts';
import { FilesController } from './files/files.controller.ts';
import { PeopleOfLines } from './files/people-of-lines.ts';
import { SendLine } from './files/send-line.ts';
import { TakePerson } from './files/take-person.ts';
import { TakeScreen } from './files/take-screen.ts';
import { ProblemsFilter } from './http/problems.filter.ts';
import { InboxController } from './inbox/inbox.controller.ts';
import { DisclosuresController } from './partners/disclosures.controller.ts';
import { PartnerOwnController } from './partners/partner-own.controller.ts';
import { PartnersController } from './partners/partners.controller.ts';
import { LiveController } from './live/live.controller.ts';
import { DocumentsController } from './operations/documents.controller.ts';
import { HealthController } from './operations/health.controller.ts';
import { Rebuilds } from './operations/rebuilds.ts';
import { SystemController } from './operations/system.controller.ts';
import { MetricsController } from './operations/metrics.controller.ts';
import { SmartController } from './partner-access/smart.controller.ts';
import { TokenController } from './partner-access/token.controller.ts';
import { AnalyticsController } from './queries/analytics.controller.ts';
import { Board } from './queries/board.ts';
import { DayListsController } from './queries/day-lists.controller.ts';
import { JourneyController } from './queries/journey.controller.ts';
import { ListsController } from './queries/lists.controller.ts';
import { PatientsController } from './queries/patients.controller.ts';
import { ProgrammesController } from './queries/programmes.controller.ts';
import { Names } from './queries/names.ts';
import { Reading } from './queries/reading.ts';
import { RosterController } from './queries/roster.controller.ts';
import { WaitingController } from './queries/waiting.controller.ts';
import { WorklistController } from './queries/worklist.controller.ts';
import { Resources } from './resources.ts';
import { SubscriptionsController } from './webhooks/subscriptions.controller.ts';
import { WebhooksController } from './webhooks/webhooks.controller.ts';

@Module({})
export class ApiModule {
  static with(resources: Resources): DynamicModule {
    return {
      module: ApiModule,
      imports: [TerminusModule.forRoot({ logger: false })],
      controllers: [
        ...commandControllers,
        ListsController,
        JourneyController,
        WaitingController,
        WorklistController,
        DayListsController,
        RosterController,
        AnalyticsController,
        PatientsController,
        DirectoryController,
        InboxController,
        FilesController,
        DisclosuresController,
        PartnerOwnController,
        PartnersController,
        WebhooksController,
        SubscriptionsController,
        SessionController,
        SessionsController,
        ProgrammesController,
        VersionMovesController,
        TrailController,
        EmergenciesController,
        LiveController,
        FhirController,
        FhirExportController,
        FhirReadController,
        TokenController,
        SmartController,
        SignInController,
        SystemController,
        HealthController,
        MetricsController,
        DocumentsController,
        DashboardController, // the last: it takes what no other wants
      ],
      providers: [
        { provide: Resources, useValue: resources },
        { provide: APP_GUARD, useClass: AuthenticateGuard },
        { provide: APP_FILTER, useFactory: () => new ProblemsFilter(resources.logger) },
        Journeys,
        PeopleOfLines,
        SendLine,
        TakePerson,
        TakeScreen,
        VersionMoves,
        Rebuilds,
        Board,
        Reading,
        Access,
        TrailPeople,
        Names,
        ProviderSignIn,
        FhirArrivals,
        HouseReader,
        PartnerReader,
        FhirExports,
        { provide: ExportDownloads, useFactory: () => new ExportDownloads() },
      ],
    };
  }
}
