namespace CommunityBot.Messages;

/// <summary>A channel that may speak only after a person consented in the messenger's own pages (<c>zalo connect</c>).</summary>
public interface IChannelConsent
{
    /// <summary>The <see cref="IChannel.Name"/>.</summary>
    string Channel { get; }

    /// <summary>A link that an administrator of the account opens.</summary>
    Task<ConsentLink> BeginAsync(CancellationToken cancellationToken);

    /// <summary>Takes a refresh token a person copied from the messenger's console; false when the messenger refuses it.</summary>
    Task<bool> TakeAsync(string refreshToken, CancellationToken cancellationToken);
}

/// <summary>Where to consent, or why that is not possible.</summary>
/// <param name="Link">Null when something is missing.</param>
/// <param name="Sentence">What the operator does next.</param>
public sealed record ConsentLink(string? Link, string Sentence);
