using System.Text.Json;
using CommunityBot.Storage.LiteDb.Settled;

namespace CommunityBot.Storage.LiteDb;

/// <summary>What the features declared at start; asking for anything else is a bug and is said so at once.</summary>
internal sealed class DeclaredCollections(IReadOnlyList<CollectionDefinition> collections)
{
    /// <summary>LiteDB refuses documents of 16 MB; by then it would be too late to refuse them ourselves.</summary>
    private const int LargestDocument = 4 << 20;

    private readonly Dictionary<string, CollectionDefinition> byName = collections.ToDictionary(one => one.Name, StringComparer.Ordinal);

    public void Expect(string collection, string index = IndexRange.ById)
    {
        if (!byName.TryGetValue(collection, out var definition))
        {
            throw new ArgumentException($"The collection {collection} was not declared.", nameof(collection));
        }

        if (index != IndexRange.ById && !definition.Indexes.Contains(index))
        {
            throw new ArgumentException($"The collection {collection} has no index {index}.", nameof(index));
        }
    }

    public void Expect(IReadOnlyList<DocumentWrite> writes)
    {
        for (var at = 0; at < writes.Count; at++)
        {
            var write = writes[at];
            Expect(write.Collection);

            ExpectText(write.Id);

            for (var key = 0; key < write.Keys.Count; key++)
            {
                Expect(write.Collection, write.Keys[key].Index);
                ExpectText(write.Keys[key].Key);
            }

            ExpectJson(write);

            for (var before = 0; before < at; before++)
            {
                if (writes[before].Id == write.Id && writes[before].Collection == write.Collection)
                {
                    throw new ArgumentException("A commit names one document twice.", nameof(writes));
                }
            }
        }
    }

    private static void ExpectText(string idOrKey)
    {
        if (!ListPlace.CanHold(idOrKey))
        {
            throw new ArgumentException("An id or key is empty, longer than 500 bytes, or contains a zero or half a character.", nameof(idOrKey));
        }
    }

    /// <summary>The journal takes the bytes as they are: what is not JSON would make it unreadable at the next start.</summary>
    private static void ExpectJson(DocumentWrite write)
    {
        if (write.Json is not { } json)
        {
            return;
        }

        if (json.Length > LargestDocument)
        {
            throw new ArgumentException($"The document {write.Id} for {write.Collection} is larger than {LargestDocument >> 20} MB.", nameof(write));
        }

        try
        {
            var reader = new Utf8JsonReader(json.Span);

            while (reader.Read())
            {
            }
        }
        catch (JsonException trouble)
        {
            throw new ArgumentException($"The document {write.Id} for {write.Collection} is not JSON.", nameof(write), trouble);
        }
    }
}
