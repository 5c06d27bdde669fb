import { connectEvents } from '@reglament/platform/events';
import { bootService } from '@reglament/platform/http';
import { IntakeConfig } from './config.ts';
import { intakeModule } from './intake.module.ts';
import { DemoArticles } from './seed/demo-articles.ts';

await bootService({
  name: 'intake',
  config: IntakeConfig,
  module: (service) => intakeModule(service.config),
  prepare: async (app, service) => {
    await connectEvents(app);
    const seeded = await app.get(DemoArticles).seed();
    if (seeded > 0) service.logger.info({ articles: seeded }, 'seeded the demonstration’s articles');
  },
});
