namespace CommunityBot.Understanding;

/// <summary>A sentence as bà con might write it, from which the bot learns.</summary>
/// <param name="Family">The way of speaking it belongs to; whole families are held apart when the bot is examined.</param>
/// <param name="Text">What somebody writes.</param>
/// <param name="Subject">What it means.</param>
public sealed record Example(string Family, string Text, Subject Subject);
