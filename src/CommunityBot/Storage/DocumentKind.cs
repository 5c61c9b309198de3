using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CommunityBot.Storage;

/// <summary>How one kind of thing (a ticket, a villager) is kept: its collection, its JSON, its id and its place in the indexes.</summary>
/// <typeparam name="T">An immutable record.</typeparam>
public sealed class DocumentKind<T>(
    string collection,
    JsonTypeInfo<T> json,
    Func<T, string> idOf,
    params DocumentIndex<T>[] indexes)
    where T : class
{
    /// <summary>The largest id or key, in bytes of UTF-8.</summary>
    public const int LongestKey = 500;

    /// <summary>Declared to the store at start.</summary>
    public CollectionDefinition Definition { get; } = new(Named(collection), [.. indexes.Select(index => index.Name)]);

    public string IdOf(T value) => idOf(value);

    public T Read(StoredDocument document) =>
        JsonSerializer.Deserialize(document.Json.Span, json)
        ?? throw new InvalidDataException($"The document {document.Id} in {collection} is empty.");

    public DocumentWrite Write(T value, long? expectedVersion) =>
        new(collection, Checked(idOf(value)), expectedVersion, JsonSerializer.SerializeToUtf8Bytes(value, json), KeysOf(value));

    public DocumentWrite Delete(string id, long? expectedVersion) => new(collection, Checked(id), expectedVersion, null, []);

    /// <summary>The key of a document in an index, for the next page of a list.</summary>
    public string? KeyOf(T value, string index) =>
        index == IndexRange.ById ? idOf(value) : indexes.Single(one => one.Name == index).KeyOf(value);

    private List<IndexKey> KeysOf(T value)
    {
        var keys = new List<IndexKey>(indexes.Length);

        foreach (var index in indexes)
        {
            if (index.KeyOf(value) is { } key)
            {
                keys.Add(new IndexKey(index.Name, Checked(key)));
            }
        }

        return keys;
    }

    /// <summary>Every store takes such a name, also where others would be refused only at the first commit.</summary>
    private static string Named(string collection) =>
        collection.Length > 0 && collection.All(letter => char.IsAsciiLetterLower(letter) || letter == '_')
            ? collection
            : throw new ArgumentException($"A collection is named with a-z and _ only, not {collection}.", nameof(collection));

    private string Checked(string key) =>
        key.Length > 0 && Encoding.UTF8.GetByteCount(key) <= LongestKey
            ? key
            : throw new InvalidDataException($"An id or key in {collection} has no length or more than {LongestKey} bytes.");
}

/// <summary>One order in which a kind of document is listed; documents without a key are not in it.</summary>
public sealed record DocumentIndex<T>(string Name, Func<T, string?> KeyOf);
