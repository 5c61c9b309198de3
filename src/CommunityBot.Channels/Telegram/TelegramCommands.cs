using CommunityBot.Messages;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace CommunityBot.Channels.Telegram;

/// <summary>Tells Telegram who calls us, what we want to hear and what the menu offers.</summary>
internal static class TelegramCommands
{
    /// <summary>The kinds of updates we read; Telegram sends no others.</summary>
    public static string[] Wanted { get; } = ["message", "edited_message", "callback_query", "my_chat_member"];

    private static readonly UpdateType[] WantedTypes =
        [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    /// <summary>Never drops what waits: villagers wrote it while we were away.</summary>
    public static Task SetWebhookAsync(ITelegramBotClient bot, TelegramOptions options, CancellationToken cancellationToken) => bot.SetWebhook(
        options.WebhookUrl!,
        maxConnections: options.MaxConnections,
        allowedUpdates: WantedTypes,
        dropPendingUpdates: false,
        secretToken: options.WebhookSecret,
        cancellationToken: cancellationToken);

    public static Task SetMenuAsync(ITelegramBotClient bot, ICommandMenu menu, CancellationToken cancellationToken) => bot.SetMyCommands(
        menu.Commands.Select(command => new BotCommand(command.Word, command.Description)),
        BotCommandScope.AllPrivateChats(),
        cancellationToken: cancellationToken);
}
