using System.Globalization;
using CommunityBot.Host.Settings;
using CommunityBot.Storage;
using Microsoft.Extensions.Options;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;

namespace CommunityBot.Host.Logging;

/// <summary>Where the bot's own notes go: a readable line on the console, one JSON object a line in the data folder. Secrets are blacked out of both.</summary>
internal static class LogSetup
{
    public const string Folder = "logs";

    private const long LargestFile = 50_000_000;

    private const string ConsoleLine = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj} {Turn}{NewLine}{Exception}";

    public static IServiceCollection AddBotLogging(this IServiceCollection services, HostStart start) => services.AddSerilog(
        start.IsQuiet ? ConfigureQuietly : Configure, preserveStaticLogger: true, writeToProviders: false);

    /// <summary>A command that only looks something up tells nothing but trouble, beside its answer.</summary>
    private static void ConfigureQuietly(IServiceProvider services, LoggerConfiguration logger) => logger
        .MinimumLevel.Warning()
        .WriteTo.Sink(new TextSink(Console.Error, new ScrubbedFormatter(Readable(), services.GetRequiredService<SettingSecrets>())));

    private static void Configure(IServiceProvider services, LoggerConfiguration logger)
    {
        var options = services.GetRequiredService<IOptions<LogOptions>>().Value;
        var storage = services.GetRequiredService<IOptions<StoreOptions>>().Value;
        var secrets = services.GetRequiredService<SettingSecrets>();

        logger.MinimumLevel.Is(options.Level)
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            .MinimumLevel.Override("System.Net.Http.HttpClient", LevelAlias.Off)
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .MinimumLevel.Override("Hangfire", LogEventLevel.Warning)
            .Enrich.FromLogContext()
            .Enrich.With<WithoutRequests>()
            .WriteTo.Sink(new TextSink(Console.Out, new ScrubbedFormatter(Readable(), secrets)))
            .WriteTo.File(
                new ScrubbedFormatter(new RenderedCompactJsonFormatter(), secrets),
                Path.Combine(storage.Folder, Folder, "bot-.jsonl"),
                fileSizeLimitBytes: LargestFile,
                rollOnFileSizeLimit: true,
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: null,
                retainedFileTimeLimit: TimeSpan.FromDays(options.KeepDays));
    }

    private static MessageTemplateTextFormatter Readable() => new(ConsoleLine, CultureInfo.InvariantCulture);

    /// <summary>Takes the path of a request and its connection off every line: an address may carry a ticket's code.</summary>
    private sealed class WithoutRequests : ILogEventEnricher
    {
        private static readonly string[] Dropped = ["RequestPath", "RequestId", "ConnectionId", "ActionId", "ActionName", "SpanId", "TraceId", "ParentId"];

        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            foreach (var name in Dropped)
            {
                logEvent.RemovePropertyIfPresent(name);
            }
        }
    }

    private sealed class TextSink(TextWriter writer, ITextFormatter formatter) : ILogEventSink
    {
        private readonly Lock guard = new();

        public void Emit(LogEvent logEvent)
        {
            lock (guard)
            {
                formatter.Format(logEvent, writer);
            }
        }
    }
}
