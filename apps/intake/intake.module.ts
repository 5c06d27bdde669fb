import { type DynamicModule, Module } from '@nestjs/common';
import { EventsModule } from '@reglament/platform/events';
import { CONFIG } from '@reglament/platform/http';
import {
  RegulationBook,
  RegulationFeed,
  RegulationNewsConsumer,
  regulationsProvider,
} from '@reglament/platform/regulations';
import type { IntakeConfig } from './config.ts';
import { CallsConsumer } from './consumers/calls.consumer.ts';
import { DisclosuresConsumer } from './consumers/disclosures.consumer.ts';
import { IncidentsConsumer } from './consumers/incidents.consumer.ts';
import { WorkConsumer } from './consumers/work.consumer.ts';
import { AppealBlock } from './handlers/appeal-block.ts';
import { ApplyWork } from './handlers/apply-work.ts';
import { BlockRequester } from './handlers/block-requester.ts';
import { Complaints } from './handlers/complaints.ts';
import { ComposeDisclosure } from './handlers/compose-disclosure.ts';
import { ConverseWithRequester } from './handlers/converse-with-requester.ts';
import { DescribeHotline } from './handlers/describe-hotline.ts';
import { Disclose } from './handlers/disclose.ts';
import { ErasePerson } from './handlers/erase-person.ts';
import { ForeseePromises } from './handlers/foresee-promises.ts';
import { HelpShelf } from './handlers/help-shelf.ts';
import { InformAddressee } from './handlers/inform-addressee.ts';
import { KeepAnswerFile } from './handlers/keep-answer-file.ts';
import { KeepArticles } from './handlers/keep-articles.ts';
import { KeepFile } from './handlers/keep-file.ts';
import { OpenChat } from './handlers/open-chat.ts';
import { ReadHelp } from './handlers/read-help.ts';
import { Recordings } from './handlers/recordings.ts';
import { RegisterCallers } from './handlers/register-callers.ts';
import { RequesterAccount } from './handlers/requester-account.ts';
import { ShowFile } from './handlers/show-file.ts';
import { ShowOwnFile } from './handlers/show-own-file.ts';
import { ShowRequest } from './handlers/show-request.ts';
import { ShowStatus } from './handlers/show-status.ts';
import { SignRequesterIn } from './handlers/sign-requester-in.ts';
import { SubmitRequest } from './handlers/submit-request.ts';
import { TellOfBlock } from './handlers/tell-of-block.ts';
import { VerifyCaller } from './handlers/verify-caller.ts';
import { WriteLetters } from './handlers/write-letters.ts';
import { AccountsController } from './http/accounts.controller.ts';
import { AppealsController } from './http/appeals.controller.ts';
import { ArticlesController } from './http/articles.controller.ts';
import { BlocksController } from './http/blocks.controller.ts';
import { CallersController } from './http/callers.controller.ts';
import { CallsController } from './http/calls.controller.ts';
import { ChatsController } from './http/chats.controller.ts';
import { ComplaintsController } from './http/complaints.controller.ts';
import { DisclosuresController } from './http/disclosures.controller.ts';
import { ErasuresController } from './http/erasures.controller.ts';
import { FilesController } from './http/files.controller.ts';
import { HelpController } from './http/help.controller.ts';
import { HotlinesController } from './http/hotlines.controller.ts';
import { RecordingsController } from './http/recordings.controller.ts';
import { RequestsController } from './http/requests.controller.ts';
import { DemoArticles } from './seed/demo-articles.ts';
import { entities } from './store/entities.ts';
import { ForgetFiles } from './sweeps/forget-files.ts';
import { KeepTerms } from './sweeps/keep-terms.ts';
import { MailServer } from './sweeps/mail-server.ts';
import { SendLetters } from './sweeps/send-letters.ts';

const mailServer = {
  provide: MailServer,
  inject: [CONFIG, RegulationBook],
  useFactory: (config: IntakeConfig, book: RegulationBook) =>
    new MailServer(config.SMTP_URL, (tenant) => {
      const regulation = book.get(tenant);
      const name = regulation?.organisation[regulation.languages[0]] ?? tenant;
      return { name, address: regulation?.email ?? `${tenant}@reglament.invalid` };
    }),
};

/** Milliseconds. What staff did is on the requester's page a moment later. */
const gather = { routing: 100 } as const;

@Module({})
class IntakeModule {}

/** Wires the requester's side; nothing else in this service knows Nest's modules. */
export function intakeModule(config: IntakeConfig): DynamicModule {
  return {
    module: IntakeModule,
    imports: [
      EventsModule.forService({ service: 'intake', entities, consumes: true, forgets: true, tellsPages: true, gather }),
    ],
    controllers: [
      CallersController,
      CallsController,
      ArticlesController,
      ChatsController,
      HelpController,
      AccountsController,
      AppealsController,
      BlocksController,
      ComplaintsController,
      ErasuresController,
      FilesController,
      RecordingsController,
      DisclosuresController,
      HotlinesController,
      RequestsController,
      WorkConsumer,
      CallsConsumer,
      DisclosuresConsumer,
      IncidentsConsumer,
      RegulationNewsConsumer,
    ],
    providers: [
      regulationsProvider(config.REGULATIONS_DIR),
      RegulationFeed,
      mailServer,
      SubmitRequest,
      ShowStatus,
      ShowRequest,
      ConverseWithRequester,
      DescribeHotline,
      ForeseePromises,
      ApplyWork,
      InformAddressee,
      Complaints,
      RegisterCallers,
      VerifyCaller,
      KeepFile,
      KeepAnswerFile,
      ShowFile,
      ShowOwnFile,
      ForgetFiles,
      Recordings,
      Disclose,
      ComposeDisclosure,
      HelpShelf,
      KeepArticles,
      ReadHelp,
      OpenChat,
      DemoArticles,
      RequesterAccount,
      SignRequesterIn,
      BlockRequester,
      AppealBlock,
      TellOfBlock,
      WriteLetters,
      SendLetters,
      ErasePerson,
      KeepTerms,
    ],
  };
}
