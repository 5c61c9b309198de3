namespace CommunityBot.Storage.LiteDb.Journal;

/// <summary>Reads the journal from a commit on, across its segments, and knows where it ends.</summary>
internal static class JournalReplay
{
    /// <summary>Hands over every record after <paramref name="after"/>, in order.</summary>
    /// <param name="segments">All segments, oldest first.</param>
    /// <param name="after">The last commit that is not wanted.</param>
    /// <param name="take">Receives a record and where its payload lies; false stops.</param>
    /// <returns>Where the journal ends.</returns>
    /// <exception cref="InvalidDataException">Commits are missing; the sentence is for the operator.</exception>
    public static JournalEnd Read(IReadOnlyList<JournalSegment> segments, long after, Func<JournalRecord, JournalSegment, long, bool> take)
    {
        var end = new JournalEnd(after, 0, null, 0, false);
        var first = FirstNeeded(segments, after);

        for (var at = first; at < segments.Count; at++)
        {
            var before = at + 1 < segments.Count ? segments[at + 1].First : long.MaxValue;

            if (segments[at].First > end.LastCommit + 1)
            {
                throw new InvalidDataException(Missing(end.LastCommit + 1, segments[at].First - 1));
            }

            if (!ReadOne(segments[at], before, ref end, take))
            {
                return end;
            }
        }

        return end;
    }

    public static string Missing(long from, long to) =>
        $"The journal lacks the commits {from} to {to}. Restore the last backup, or put the missing files back.";

    private static int FirstNeeded(IReadOnlyList<JournalSegment> segments, long after)
    {
        var first = 0;

        while (first + 1 < segments.Count && segments[first + 1].First <= after + 1)
        {
            first++;
        }

        return first;
    }

    /// <remarks>
    /// A segment's records at or behind the next segment's first number were refused when they were written (their sync had failed) and were
    /// never acknowledged: the next segment says what really happened.
    /// </remarks>
    private static bool ReadOne(JournalSegment segment, long before, ref JournalEnd end, Func<JournalRecord, JournalSegment, long, bool> take)
    {
        using var reader = RecordReader.Open(segment.Path);
        end = end with { LastWritten = Math.Max(end.LastWritten, segment.First - 1) };

        while (reader.Read() is { } record && record.Number < before)
        {
            end = end with { LastWritten = record.Number };

            if (record.Number <= end.LastCommit)
            {
                continue;
            }

            if (record.Number != end.LastCommit + 1)
            {
                throw new InvalidDataException(Missing(end.LastCommit + 1, record.Number - 1));
            }

            if (!take(record, segment, reader.PayloadAt))
            {
                return false;
            }

            end = end with { LastCommit = record.Number };
        }

        end = end with { LastSegment = segment, GoodLength = reader.GoodLength, IsTorn = reader.IsTorn };
        return true;
    }
}

/// <summary>Where a journal ends.</summary>
/// <param name="LastCommit">The last commit that is known: the last one written, or the one after which reading began.</param>
/// <param name="LastWritten">The last commit the journal itself speaks of; less than the former when its end was lost.</param>
/// <param name="LastSegment">The file in which a torn record may have to be cut off.</param>
/// <param name="GoodLength">Up to where that file is good.</param>
/// <param name="IsTorn">Something follows that is not a whole record.</param>
internal readonly record struct JournalEnd(long LastCommit, long LastWritten, JournalSegment? LastSegment, long GoodLength, bool IsTorn);
