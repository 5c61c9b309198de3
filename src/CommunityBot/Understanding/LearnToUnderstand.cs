using System.Security.Cryptography;
using System.Text;

namespace CommunityBot.Understanding;

/// <summary>Teaches the reader: with the model kept from last time, or by learning the examples anew when they, the vocabulary or the program changed.</summary>
public sealed class LearnToUnderstand(IntentReader reader, Vocabulary vocabulary, ExampleBook examples, IModelShelf shelf)
{
    /// <summary>For whoever would rather wait than be answered by the vocabulary alone.</summary>
    public void RecallOrLearn(CancellationToken cancellationToken = default)
    {
        if (!TryRecall())
        {
            Learn(cancellationToken);
        }
    }

    /// <summary>False when there is no kept model of these sources; the vocabulary alone answers until <see cref="Learn"/> is through.</summary>
    public bool TryRecall()
    {
        if (examples.All.Count == 0)
        {
            return true; // nothing to learn from
        }

        if (shelf.Find(Fingerprint()) is not { } model)
        {
            return false;
        }

        reader.Learn(model, WordRepair.From(vocabulary, examples.All));
        return true;
    }

    /// <summary>Takes a few seconds.</summary>
    public void Learn(CancellationToken cancellationToken)
    {
        var repair = WordRepair.From(vocabulary, examples.All);
        var model = new TrainIntentModel(vocabulary).Run(examples.All, repair, cancellationToken);
        reader.Learn(model, repair);
        shelf.Keep(Fingerprint(), model);
    }

    private string Fingerprint()
    {
        var sources = new StringBuilder();
        sources.Append(typeof(IntentModel).Module.ModuleVersionId);

        foreach (var example in examples.All)
        {
            sources.Append('\n').Append(example.Subject).Append('\t').Append(example.Text);
        }

        foreach (var (phrase, meaning) in vocabulary.Meanings)
        {
            sources.Append('\n').Append(phrase).Append('\t').Append(meaning);
        }

        foreach (var (phrase, sign) in vocabulary.Dangers)
        {
            sources.Append('\n').Append(phrase).Append('\t').Append(sign.Kind).Append(sign.Number?.Number);
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(sources.ToString())));
    }
}
