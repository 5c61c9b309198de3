using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;

namespace CommunityBot.Host.Logging;

/// <summary>The last net under every log line: no token of the settings passes, not even inside somebody else's error sentence.</summary>
internal sealed class ScrubbedFormatter(ITextFormatter inner, SettingSecrets secrets) : ITextFormatter
{
    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var line = new StringWriter(CultureInfo.InvariantCulture);
        inner.Format(logEvent, line);
        output.Write(secrets.Scrub(line.ToString()));
    }
}
