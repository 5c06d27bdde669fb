import { texts as ru } from '../src/i18n/locales/ru/index.ts';
import { eventually, type House } from './house.ts';
import { openRequest } from './open-request.ts';
import { fillIn, registeredNumber } from './requester.ts';

const email = 'groby@example.org';

/** A user is blocked from the page of their request, appeals, and is let in again, as people see it. */
export function whoBreaksTheRulesIsBlocked(house: House): void {
  test('kz-portal 30-19: a moderator blocks from the request; the user reads why and appeals; a manager agrees and lifts it', async () => {
    const user = await house.person({ language: 'ru', phone: true });
    const filing = { tenant: 'kz-portal', name: 'Груб Тестов', email, text: 'Почему вы такие?' };
    await fillIn(user, filing);
    await user.locator('form button[type="submit"]').click();
    const number = await registeredNumber(user);

    const moderator = await house.staff('kz-portal', 'moderator', 'ru');
    await moderator.goto('/blocks');
    await moderator.getByRole('heading', { name: ru.blocks.none }).waitFor();
    await openRequest(moderator, number);
    const open = moderator.getByRole('button', { name: ru.blocks.open });
    const dialog = moderator.getByRole('dialog');
    await open.click();
    await dialog.waitFor();
    await moderator.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    // Who leaves a dialog is where they were.
    expect(await open.evaluate((button) => button === document.activeElement)).toBe(true);
    await open.click();
    await dialog.getByLabel(ru.blocks.term).selectOption('7');
    await dialog.getByLabel(ru.blocks.reason).fill('Оскорбления в обращении.');
    await dialog.getByRole('button', { name: ru.blocks.block }).click();
    await moderator.getByRole('link', { name: ru.blocks.toList }).waitFor();

    await fillIn(user, { ...filing, text: 'Отвечайте немедленно!' });
    await user.locator('form button[type="submit"]').click();
    await user.getByText('пункт 30-17').first().waitFor();
    await user.goto(`/h/kz-portal/status?number=${number}`);
    await user.locator('form input').nth(1).fill(email);
    await user.locator('form button[type="submit"]').click();
    const notice = user.getByRole('region', { name: new RegExp(ru.blocks.own.title) });
    await notice.getByText('Оскорбления в обращении.').waitFor();
    expect(await user.getByLabel(ru.status.reply).count()).toBe(0);
    await notice.getByLabel(ru.blocks.own.why).fill('Я был неправ, извините.');
    await notice.getByRole('button', { name: ru.blocks.own.send }).click();
    await notice.getByText(ru.blocks.own.appeal.waiting).waitFor();

    await moderator.goto('/blocks');
    await moderator.getByText(ru.blocks.ownBlock).waitFor();
    const manager = await house.staff('kz-portal', 'manager', 'ru');
    await manager.goto('/blocks');
    const block = manager.locator('article[data-block="in-force"]');
    await block.getByText('Я был неправ, извините.').waitFor();
    await block.getByRole('button', { name: ru.blocks.decide['appeal-lift'] }).press('Enter');
    await manager.getByRole('dialog').getByLabel(ru.blocks.words).fill('Извинения приняты.');
    await manager.getByRole('dialog').getByRole('button', { name: ru.blocks.decide['appeal-lift'] }).press('Enter');
    await manager.locator('article[data-block="lifted"]').waitFor();

    await user.reload();
    await eventually(async () => ((await notice.count()) === 0 ? true : undefined), 'the notice to go');
    await user.getByLabel(ru.status.reply).waitFor();
    await house.leave();
  });
}
